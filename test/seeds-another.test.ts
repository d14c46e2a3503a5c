import { describeSeeds } from './seed-cases.ts';

// Other people, other days, other papers: the same figures. Two of the three registers, for the third alone takes as long
// as a tenth of all tests; SOTAY_SEEDS=all loads it as well.
describeSeeds(7, process.env.SOTAY_SEEDS === 'all' ? undefined : ['LS', 'HY']);
