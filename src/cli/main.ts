import packageJson from '../../package.json' with { type: 'json' };

console.log(`sotay ${packageJson.version}`);
