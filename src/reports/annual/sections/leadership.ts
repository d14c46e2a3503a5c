import { change } from '../change.ts';
import { among, counted, has, isNone, leaveOut, some } from '../pen.ts';
import { list, paragraph, say } from '../prose.ts';
import { section, together } from '../section.ts';
import { ask } from '../value.ts';
import { contests } from './contests.ts';

const types = {
  directive: 'chỉ thị',
  programme: 'chương trình',
  plan: 'kế hoạch',
  regulation: 'quy định',
  statute: 'quy chế',
  conclusion: 'kết luận',
  guideline: 'hướng dẫn',
  announcement: 'thông báo',
} as const;

const typeNames = Object.keys(types) as (keyof typeof types)[];

const own = { level: 'own' };
const alone = { alone: true };
const ofType = (type: string) => ask('documents-issued', { type, ...own }, alone);

const papersAndStudy = section({
  title: 'Công tác lãnh đạo, chỉ đạo và ban hành văn bản',
  asks: (scene) => ({
    documents: ask('documents-issued', own),
    resolutions: ask('resolutions', own, alone),
    thematic: ask('thematic-resolutions', own, alone),
    directive: ofType('directive'),
    programme: ofType('programme'),
    plan: ofType('plan'),
    regulation: ofType('regulation'),
    statute: ofType('statute'),
    conclusion: ofType('conclusion'),
    guideline: ofType('guideline'),
    announcement: ofType('announcement'),
    below: scene.body.level === 'cell' ? null : ask('documents-issued', { level: 'subordinate' }, alone),
    study: ask('study-sessions'),
  }),
  write: (n, { pen }) => {
    const { body, words } = pen.scene;
    const thematic = has(n.thematic) ? counted(pen, n.thematic, 'nghị quyết chuyên đề') : null;
    const resolutions = has(n.resolutions)
      ? say`${counted(pen, n.resolutions, 'nghị quyết')}${thematic && say` (${thematic})`}`
      : null;
    const byType = list([resolutions, ...typeNames.map((type) => some(pen, n[type], types[type]))]);
    const papers = list([
      say`${words.inFull}, ${body.committee} ban hành ${counted(pen, n.documents, 'văn bản lãnh đạo, chỉ đạo')}`,
      byType && say`${among(n.documents, [n.resolutions, ...typeNames.map((type) => n[type])])} ${byType}`,
    ]);
    return [
      paragraph([
        has(n.documents) ? list([papers, change(pen, n.documents, 'văn bản')], '; ') : null,
        isNone(n.documents) ? leaveOut(pen, `văn bản lãnh đạo, chỉ đạo của ${body.committee}`) : null,
        has(n.below)
          ? say`Các tổ chức đảng cấp dưới ban hành ${counted(pen, n.below, 'văn bản')} thuộc thẩm quyền`
          : null,
        has(n.study)
          ? list([
              say`${body.whole} tổ chức ${counted(pen, n.study, 'hội nghị học tập, quán triệt các nghị quyết, chỉ thị, quy định của Đảng')}`,
              change(pen, n.study, 'hội nghị'),
            ])
          : null,
      ]),
    ];
  },
});

/** 1. Papers of the committee, study of resolutions, contests. */
export const leadership = together(papersAndStudy, contests);
