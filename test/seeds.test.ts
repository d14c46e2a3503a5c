import { describeSeeds } from './seed-cases.ts';

describeSeeds(undefined);
