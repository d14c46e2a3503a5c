import { conclusionLabels, occasionLabels } from './contract.ts';

export { conclusionLabels, occasionLabels };
