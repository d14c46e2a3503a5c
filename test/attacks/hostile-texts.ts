/** What a field of text may be filled with by somebody who means harm: SQL, markup, paths, headers, formulas; Vietnamese too. */
export const sqlTexts: readonly string[] = [
  `Đảng bộ' OR 'ủy'='ủy`,
  `A'; DROP TABLE act CASCADE; SELECT pg_sleep(9); --`,
  `A" UNION SELECT secret, $1, $$x$$ FROM account; /*`,
  `A\\'||(SELECT pg_sleep(9))||\\'%_`,
];

export const markupTexts: readonly string[] = [
  `<img src=x onerror="globalThis.pwned=1">Nguyễn`,
  `</script><script>globalThis.pwned=1</script>`,
  `"><svg/onload=globalThis.pwned=1>`,
  `{{constructor.constructor('globalThis.pwned=1')()}}`,
  `javascript:globalThis.pwned=1`,
];

export const pathTexts: readonly string[] = [
  `../../../../etc/passwd`,
  `..\\..\\..\\windows\\win.ini`,
  `/etc/passwd`,
  `a\r\nSet-Cookie: sotay_session=stolen`,
  `%2e%2e%2f%2e%2e%2fetc%2fpasswd`,
  `C:\\Tài liệu\\mật.docx`,
];
