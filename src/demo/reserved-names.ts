/**
 * Names that the demos never give anybody: those of people in public life, past and present, and of everybody whom the
 * published articles behind the cases mention. Only fingerprints (FNV-1a of the name, base 36), so that a file
 * about people who do not exist names nobody who does.
 */
const fingerprints = `
  004cmm2 005bf8l 00ay29i 00b7umy 00cor2b 00jpprf 00pmpzd 00uks4r 015je85 01bjwzc 01oghmh 01u7q09 01yx0ec 024hi6k
  02j96di 02lf3kv 02yjcd9 03fouqv 03umxfb 03zae4v 04hx8sf 04pps7n 050ter2 058h4iq 05jly2c 05uwzuc 062qsop 063o0fd
  06c3eoq 06rfaji 07074zt 074shxu 07b6h4y 07cf2jz 07h3c7m 08hna29 08jl4oi 092jtbh 092ngm5 099h5pn 09erwjt 0a6qonb
  0avnm3g 0ax8y7p 0bot5tw 0bshxbv 0bxzogp 0cf7g9a 0ci9zis 0d010xz 0d52q3m 0d71rvc 0d8d8lt 0dkwchm 0e3bcnp 0e4ucyx
  0e9r566 0f3oxjg 0f83rao 0f8eip5 0fa0ac0 0fqxi5c 0fshj43 0fvtdb6 0fwod4b 0fwrtq6 0g3cofv 0g4kz20 0gq50g5 0gw8njx
  0h70i1y 0hhd9le 0hino1u 0i9pkmt 0iak4xj 0iyu24b 0j49mue 0jckujj 0jo7nlz 0jo8yhj 0kng4re 0krtkwf 0ktmw30 0kv1y64
  0lze9xu 0m1w5gx 0m5deng 0mcwybe 0n7pqog 0nb3eq3 0nbe278 0ndsvna 0nnhkq0 0noe3gr 0nvja62 0ohs3c6 0p4w8lv 0pciiix
  0pd486t 0pdbz88 0peuvza 0qp57pr 0r27jkt 0r6pcrk 0r87nfh 0rqu3we 0rssjjp 0rveglf 0s9yunt 0sbfzym 0snougr 0sqa6tp
  0svkyx1 0sx9tts 0te0q68 0tteipn 0u4zen3 0w9mbk2 0wb53dd 0wia9p2 0wps8je 0xc9anq 0xe4tc3 0xjcjot 0y7x009 0yt2xse
  0z2vbf0 0zhri9i 0zm7kag 108n0jb 10fzgcr 11j8yn1 11owgsh 127rjmo 12ay3t5 12ucpbe 137d5n1 13dqyi0 13e9dbr 13yjyvn
  14906p7 14zwayh 1560tmq 1563cj0 15fs8fu 15o6j9c 15trytc 1639fyb 16jfpfv 176dsl7 178jeeq 17a7j0w 17bwmk8 17hj2hs
  17ijybi 17u7r16 17ulqqy 18drpr1 18zql1y 1920p53 198a5es 19fzfey 19gaa1x 19mf85t 1a3ihbo 1ag0net 1bh1me5 1bq6ad3
  1bt1xh8 1bv19up 1bw09jn 1c0t0f0 1c3zrc6 1d1jv4m 1dgrzcg 1djlbpa 1ds4g7g 1dtdxpt 1dw84d7 1efsmz6 1ev9xij 1g207r6
  1gjyghh 1gv70hf 1gx79d5 1h35hur 1hpm62i 1hqvgpy 1hsyyjv 1hwiacy 1iby6ut 1id147p 1iq1ctg 1j78h50 1jwl9x8 1k8dltk
  1kj0yww 1l0t3gc 1let61x 1lmec7l 1lmopdf 1mgyly4 1mmgdq2 1mw8pb6 1nac9vn 1o9c8wr 1p618wx 1p8os3v 1pd73pz 1ptme1t
  1pu4li6 1q4hz8k 1qp6zlh 1rajadk 1rhhjx6 1rig9bo 1rinrcf 1rrel5u 1s99pvr 1sd6z8j 1sp1avg 1t0p7um 1t45drs 1t6nx98
  1tbv44p 1u0nl9u 1u8zbgx 1ugzkzn 1uqstnw 1uxmbyv 1vbgnu0 1w71wb4 1w7qnxq 1wszcoo 1wtc377 1wxydci 1xh16wo 1xmvgcs
  1y80adh 1yq2lks 1yz698u 1z02jj0
`;

const reserved = new Set(
  fingerprints
    .split(/\s+/)
    .filter(Boolean)
    .map((text) => Number.parseInt(text, 36)),
);

export function isReserved(name: string): boolean {
  return reserved.has(fingerprint(name));
}

export function fingerprint(name: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i += 1) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
