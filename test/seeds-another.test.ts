import { describeSeeds } from './seed-cases.ts';

// Other people, other days, other papers: the same figures.
describeSeeds(7);
