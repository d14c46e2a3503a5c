// What people call the columns of their lists, by what is read from them. Compared without case, accents and signs, with
// the abbreviations of `heading-words.ts` written out, so one spelling stands for many. The template's own headings come
// first (see `match-heading.ts`) and are not repeated.

type Synonyms = Readonly<Record<string, string>>;

/** The spellings of one target. */
export function spellingsIn(text: string): string[] {
  return text.split(';').map((spelling) => spelling.trim());
}

const identity: Synonyms = {
  ordinal: 'STT; TT; Số TT; Số thứ tự; No; Thứ tự',
  'person.code': 'Mã đảng viên; Mã số đảng viên',
  'person.name': `
    Họ và tên; Họ tên; Họ và tên đảng viên; Họ tên đảng viên; Tên đảng viên; Họ và tên đang dùng; Họ tên đang
    dùng; Họ và tên chữ in hoa; Họ tên đồng chí; Họ và tên đồng chí; Đồng chí; Họ và tên đầy đủ; Họ chữ đệm và
    tên; Họ tên đệm và tên`,
  'name.family': `
    Họ; Họ đệm; Họ và đệm; Họ và tên đệm; Họ và chữ đệm; Họ lót; Họ và tên lót; Họ và lót; Họ chữ lót`,
  'name.given': 'Tên',
  'person.birthName': 'Họ tên khai sinh; Tên khai sinh',
  'person.otherName': 'Tên thường gọi; Tên khác; Tên gọi khác bí danh; Bí danh tên gọi khác',
  'person.born': `
    Năm sinh; Ngày sinh; Ngày tháng năm sinh; Ng th năm sinh; Ngày th năm sinh; Ng t năm sinh; Ng tháng năm
    sinh; Ngày tháng sinh; Sinh ngày; Sinh năm; NTNS; N sinh; NS; Ng sinh; Ngày n sinh; Ngày năm sinh; Năm sinh
    ngày sinh`,
  'person.sex': 'Giới; Nam Nữ; GT; Phái; Nam hay nữ; Nam hoặc nữ',
  'mark.person.sex.male': `
    Nam; Năm sinh nam; Ngày sinh nam; Ngày tháng năm sinh nam; Giới tính nam; Giới nam`,
  'mark.person.sex.female': 'Nữ; Năm sinh nữ; Ngày sinh nữ; Ngày tháng năm sinh nữ; Giới tính nữ; Giới nữ',
  'person.ethnicity': 'Dân tộc; DT; Thành phần dân tộc',
  'person.religion': 'TG; Tín ngưỡng tôn giáo',
};

const membership: Synonyms = {
  cell: 'Mã chi bộ; Mã CB; Mã tổ chức đảng; Mã đơn vị; Mã chi bộ đang sinh hoạt; Mã TCĐ',
  'cell.name': `
    Chi bộ; Tên chi bộ; Chi bộ sinh hoạt; Sinh hoạt tại chi bộ; Chi bộ đang sinh hoạt; Nơi sinh hoạt; Nơi sinh
    hoạt đảng; Thuộc chi bộ; Đơn vị; Đơn vị sinh hoạt; Tổ chức đảng; Tổ chức đảng đang sinh hoạt; Đang sinh hoạt
    tại chi bộ; Đảng bộ chi bộ; Chi bộ nơi sinh hoạt; Hiện sinh hoạt tại chi bộ; Sinh hoạt chi bộ; Tên tổ chức
    đảng; Tên chi bộ đang sinh hoạt`,
  'cell.superior': `
    Đảng bộ; Tên đảng bộ; Đảng bộ cơ sở; Đảng ủy; Đảng ủy cơ sở; Đảng bộ trực thuộc; Trực thuộc đảng bộ; Thuộc đảng bộ;
    Đảng bộ bộ phận; Tổ chức cơ sở đảng; TCCSĐ; Đảng bộ cấp trên; Đảng bộ cơ sở trực thuộc`,
  status: `
    Tình trạng đảng viên; Loại đảng viên; Đảng viên chính thức dự bị; Chính thức hay dự bị; Đảng viên; ĐVCT
    ĐVDB; Đảng viên dự bị chính thức; Dự bị chính thức; CT DB; Là đảng viên`,
  'mark.status.official': `
    Chính thức; Đảng viên chính thức; ĐVCT; Tình trạng chính thức; Loại đảng viên chính thức`,
  'mark.status.probationary': 'Dự bị; Đảng viên dự bị; ĐVDB; Tình trạng dự bị; Loại đảng viên dự bị',
  'person.admissionDecidedOn': `
    Ngày QĐ kết nạp; Ngày ký quyết định kết nạp; Ngày quyết định kết nạp đảng; Quyết định kết nạp ngày`,
  'person.admittedOn': `
    Ngày vào Đảng; Ngày kết nạp; Ngày kết nạp Đảng; Ngày vào Đảng dự bị; Ngày vào Đảng DB; Vào Đảng; Kết nạp;
    Kết nạp Đảng; Ngày dự bị; Ngày DB; Ngày vào Đảng CSVN; Ngày tháng năm vào Đảng; Năm vào Đảng; Ngày vào Đ;
    Ngày vào ĐCSVN; Vào Đảng ngày; Ngày kết nạp vào Đảng; Ngày tháng năm kết nạp; Ngày vào Đảng ngày dự bị; Ngày
    vào Đảng kết nạp; Ngày vào Đảng ngày kết nạp; Vào Đảng dự bị; Ngày kết nạp dự bị; Ng vào Đảng; Ngày tháng
    vào Đảng; Ngày vào đảng lần đầu; Ngày tháng năm vào Đảng dự bị; Vào Đảng kết nạp; Vào Đảng ngày dự bị; Vào
    Đảng ngày kết nạp; Kết nạp ngày; Ngày vào`,
  'person.officialOn': `
    Ngày chính thức; Ngày vào Đảng chính thức; Ngày vào Đảng CT; Ngày CT; Ngày công nhận chính thức; Công nhận
    chính thức; Ngày công nhận đảng viên chính thức; Chuyển chính thức; Ngày chuyển chính thức; Ngày chuyển Đảng
    chính thức; Ngày chuyển Đảng CT; Ngày vào Đảng ngày chính thức; Vào Đảng chính thức; Ngày kết nạp chính
    thức; Ngày vào Đảng công nhận chính thức; Ngày tháng năm chính thức; Ng chính thức; Ngày vào Đ chính thức;
    Ngày vào Đ CT; Vào Đảng CT; Vào Đảng ngày chính thức; Ngày tháng năm vào Đảng chính thức; Chính thức ngày;
    Công nhận chính thức ngày; Ngày chuyển CT`,
  'exempt.permanent': `
    Miễn SHĐ; Miễn sinh hoạt đảng; Miễn công tác và sinh hoạt đảng; Miễn công tác sinh hoạt đảng; Đảng viên miễn
    sinh hoạt; Miễn công tác và sinh hoạt; Miễn sinh hoạt công tác`,
  effectiveOn: 'Ngày vào sổ',
};

const numbers: Synonyms = {
  'cards.any.number': `
    Số thẻ; Số thẻ đảng; Số thẻ đảng viên; Thẻ đảng; Thẻ đảng viên; Số TĐV; Số thẻ Đ; Thẻ đảng số; Thẻ đảng viên
    số; Số thẻ số; Số thẻ đảng viên số; Số thẻ đảng số; Thẻ ĐV; Số TĐ; Thẻ đảng số thẻ; Thẻ đảng viên số thẻ`,
  'cards.any.issuedOn': `
    Ngày cấp thẻ; Ngày cấp thẻ đảng; Ngày cấp thẻ đảng viên; Thẻ đảng ngày cấp; Thẻ đảng viên ngày cấp; Số thẻ
    ngày cấp; Số thẻ đảng ngày cấp; Số thẻ đảng viên ngày cấp; Ngày phát thẻ; Ngày phát thẻ đảng viên; Thẻ đảng
    ngày phát; Ngày cấp TĐV`,
  'cards.any.issuedAt': `
    Nơi cấp thẻ; Nơi cấp thẻ đảng; Nơi cấp thẻ đảng viên; Thẻ đảng nơi cấp; Thẻ đảng viên nơi cấp; Số thẻ nơi
    cấp`,
  'cards.card-8.number': 'Số thẻ đảng cũ; Thẻ đảng cũ; Số thẻ đảng viên cũ 8 số; Số thẻ 8 số',
  'cards.card-12.number': `
    Số thẻ đảng mới; Số thẻ đảng viên mới; Số thẻ mới; Số thẻ 12 số; Số thẻ đảng viên 12 số`,
  'cards.badge.number': 'Số huy hiệu',
  'person.dossierNumber': 'Số lý lịch; Số hồ sơ; Số hồ sơ đảng viên; Lý lịch số; Số LLĐV',
};

const work: Synonyms = {
  'person.occupation': `
    Nghề nghiệp hiện tại; Công việc; Nghề; Nghề nghiệp hiện nay; Công việc hiện nay; Nghề nghiệp công việc hiện
    nay`,
  'person.retired': 'Hưu trí; Nghỉ hưu; Hưu; Cán bộ hưu trí',
  'person.generalEducation': `
    Văn hóa; Trình độ văn hóa; Học vấn; Trình độ học vấn; Giáo dục phổ thông; Trình độ VH; Phổ thông; VH; TĐVH;
    Trình độ phổ thông; Trình độ giáo dục phổ thông; TĐHV; Trình độ văn hóa phổ thông`,
  'person.qualification': `
    Chuyên môn; Trình độ CM; CM; Chuyên môn nghiệp vụ; Trình độ chuyên môn; TĐCM; Trình độ đào tạo; Trình độ
    CMNV; Trình độ chuyên môn kỹ thuật; Trình độ học vấn chuyên môn; Trình độ chuyên môn cao nhất; Trình độ
    trình độ chuyên môn`,
  'person.theoryLevel': `
    LLCT; Trình độ LLCT; Lý luận; Chính trị; Trình độ chính trị; Trình độ lý luận; Lý luận CT; LL chính trị;
    TĐLLCT; Trình độ CT; Trình độ trình độ lý luận chính trị`,
  'person.youthUnion': 'Đoàn viên; Đoàn viên TNCS; Đoàn viên TNCS Hồ Chí Minh',
  'person.details.birthPlace': 'Nơi sinh',
  'person.details.introducers': 'Người giới thiệu; Người giới thiệu vào Đảng',
  'person.details.foreignLanguage': 'Ngoại ngữ; Trình độ ngoại ngữ',
  'person.details.computing': 'Tin học; Trình độ tin học',
  'person.details.stateManagement': 'Quản lý nhà nước; QLNN; Trình độ QLNN; Trình độ quản lý nhà nước',
  'person.details.partyPost': `
    Chức vụ đảng; Chức vụ trong Đảng; Chức vụ đảng hiện nay; Chức vụ chi bộ; Chức vụ đảng`,
  'person.details.post': `
    Chức vụ; Chức danh; Chức vụ chính quyền; Chức vụ công tác; Chức vụ hiện nay; Chức vụ đơn vị công tác`,
  'person.details.workplace': `
    Nơi làm việc; Đơn vị công tác; Cơ quan công tác; Nơi công tác; Cơ quan đơn vị công tác; Cơ quan`,
  'person.details.familyBackground': 'Thành phần gia đình; Thành phần xuất thân; Thành phần',
  'person.details.youthUnionJoinedOn': 'Ngày vào Đoàn; Ngày vào Đoàn TNCS; Ngày vào Đoàn TNCS Hồ Chí Minh',
  'person.details.enlistedOn': 'Ngày nhập ngũ; Nhập ngũ',
  'person.details.demobilisedOn': 'Ngày xuất ngũ; Xuất ngũ',
  'person.details.admittedAt': 'Nơi kết nạp; Nơi kết nạp Đảng; Nơi vào Đảng',
  'person.details.officialAt': 'Nơi công nhận chính thức; Nơi chính thức',
};

const sensitive: Synonyms = {
  'person.citizenId': `
    CCCD; Số CCCD; Căn cước; Căn cước công dân; Số căn cước công dân; Số định danh; Mã định danh; Mã định danh
    cá nhân; Số ĐDCN; Định danh cá nhân; Thẻ căn cước; Số thẻ căn cước; Số CC; CCCD gắn chíp; CCCD số; Căn cước
    công dân số; Số định danh cá nhân CCCD; Số CCCD định danh cá nhân`,
  'identity.any': `
    CMND CCCD; Số CMND CCCD; CCCD CMND; Số CCCD CMND; CMTND CCCD; Số CMTND CCCD; CMND hoặc CCCD; Số CMND hoặc
    CCCD; Số CMT CCCD; CMT CCCD; Số CMND thẻ căn cước; CMND căn cước công dân; Số CMND căn cước công dân; Giấy
    tờ tùy thân`,
  'person.oldIdentityNumber': `
    CMND; CMTND; CMT; Số CMT; Số CMTND; Chứng minh nhân dân; Số chứng minh nhân dân; Số chứng minh thư`,
  'person.phone': `
    ĐT; Số ĐT; Di động; Điện thoại di động; ĐTDĐ; Số điện thoại liên hệ; Điện thoại liên hệ; Số ĐTDĐ; Điện thoại
    liên lạc; Số di động`,
  'person.email': 'Mail; Địa chỉ email; Gmail; Địa chỉ thư điện tử; Hộp thư điện tử',
  'person.health': 'Sức khỏe',
  'address.hometown.whole': 'Quê quán; Quê; Nguyên quán; Q quán; QQ; Quê gốc; Quê quán xã huyện tỉnh',
  'address.residence.whole': `
    Nơi thường trú; Thường trú; Hộ khẩu thường trú; HKTT; Hộ khẩu; Nơi ở; Nơi ở hiện nay; Chỗ ở hiện nay; Chỗ ở;
    Địa chỉ; Địa chỉ thường trú; Nơi cư trú; Địa chỉ hiện nay; Nơi ở hiện tại; Đăng ký thường trú; Nơi đăng ký
    thường trú; Nơi đăng ký HKTT; Trú quán; Địa chỉ cư trú; Nơi đăng ký hộ khẩu thường trú; Nơi cư trú hiện nay;
    Địa chỉ nơi ở; Nơi ĐKTT`,
  'address.birthRegistration.whole': 'Nơi đăng ký khai sinh; Nơi ĐKKS; Đăng ký khai sinh',
};

export const memberSynonyms: Synonyms = { ...identity, ...membership, ...numbers, ...work, ...sensitive };

export const unitSynonyms: Synonyms = {
  ordinal: 'STT; TT; Số TT',
  'unit.code': 'Mã tổ chức; Mã tổ chức đảng; Mã chi bộ; Mã đơn vị; Mã TCĐ',
  'unit.name': 'Tên chi bộ; Tên đơn vị; Tên đảng bộ chi bộ; Tên đảng bộ; Tên TCĐ',
  'unit.kind': 'Loại tổ chức đảng; Cấp tổ chức',
  'unit.type': 'Loại hình tổ chức; Loại hình TCCSĐ',
  'unit.parent': 'Mã tổ chức cấp trên; Mã đảng bộ cấp trên; Mã cấp trên trực tiếp',
  effectiveOn: 'Ngày thành lập chi bộ',
};

/** A column of these words is known, and not read: what stands there is not a fact of the record, or not of this person. */
export const notRead = `
  Ghi chú; Ký nhận; Ký tên; Chữ ký; Tuổi; Tuổi Đảng; Tuổi đời; Số năm tuổi Đảng; Nơi cấp; Nơi cấp CCCD; Ngày cấp
  CCCD; Xếp loại; Kỷ luật; Khen thưởng; Ngày cấp CMND; Nơi cấp CMND; Nơi cấp căn cước; Ngày cấp căn cước; CCCD
  ngày cấp; CCCD nơi cấp`;
