import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { reportError } from './errors.ts';
import { makeTerminal, type Terminal } from './terminal.ts';
import { verbs } from './verbs.ts';

/** Runs one command; the exit code. */
export async function run(argv: readonly string[]): Promise<number> {
  // The reader of a pipe may have seen enough (`| head`).
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  const terminal = makeTerminal(argv);
  try {
    const program = await makeProgram(argv, terminal);
    await program.parseAsync(argv, { from: 'user' });
    return Number(process.exitCode ?? 0); // a verification that found something says so this way
  } catch (error) {
    // --help and --version are a success; a command line without a verb has been answered with the help.
    if (error instanceof CommanderError && (error.exitCode === 0 || error.code === 'commander.help'))
      return error.exitCode;
    return reportError(terminal, error);
  }
}

async function makeProgram(argv: readonly string[], terminal: Terminal): Promise<Command> {
  const { language, words } = terminal;
  const program = new Command('sotay')
    .description(words.program)
    .version(version(), '-V, --version', words.options.version)
    .helpOption('-h, --help', words.options.help)
    .helpCommand('help [verb]', words.options.help)
    .configureHelp({ styleTitle: (title) => words.headings[title.replace(':', '')] ?? title })
    .exitOverride()
    .configureOutput({ outputError: () => {} }); // said by us, in the reader's language or as JSON
  const asked = argv.find((word) => Object.hasOwn(verbs, word));
  for (const [name, verb] of Object.entries(verbs)) {
    const command = program.command(name).description(verb.summary[language]).copyInheritedSettings(program);
    if (name === asked) (await verb.load()).define(command, terminal);
  }
  return program;
}

function version(): string {
  return JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).version;
}
