import { Command, CommanderError } from 'commander';
import { studyJsonSchema } from '../../core/study/jsonSchema.ts';
import { programVersion } from '../backend/version.ts';
import {
  bosonOption,
  choiceOption,
  constantsOption,
  levelOption,
  decayMassOption,
  massOption,
  momentaOption,
  numberOption,
  windowOption,
} from './arguments.ts';
import { benchCommand } from './commands/bench.ts';
import { gMinus2Command, type GMinus2Options } from './commands/gminus2.ts';
import { hypotestCommand, testStatistics, type HypotestOptions } from './commands/hypotest.ts';
import { limitCommand, limitStatistics, type LimitOptions } from './commands/limit.ts';
import { presetsCommand } from './commands/presets.ts';
import { runCommand, type RunOptions } from './commands/run.ts';
import { serveCommand } from './commands/serve.ts';
import { signalCommand, type SignalOptions } from './commands/signal.ts';
import { upperLimitCommand, type UpperLimitOptions } from './commands/upperLimit.ts';
import { validateCommand } from './commands/validate.ts';
import { exitCodes, reportError, type Output } from './output.ts';
import { histosysCodes, normsysCodes } from './workspace.ts';

const json = '--json';
const jsonText = 'one JSON document instead of a table';

/** Runs one command line and returns its exit code: 0 done, 1 internal error, 2 bad input, 130 cancelled. */
export async function runProgram(args: readonly string[], output: Output): Promise<number> {
  const state = { code: exitCodes.done as number };
  const program = describe(output, (code) => {
    state.code = code;
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return state.code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.badInput;
    return reportError(output, error);
  }
}

function describe(output: Output, exit: (code: number) => void): Command {
  const program = new Command('kaon-reach')
    .description('How far a kaon experiment that does not exist yet would reach in K⁺ → μ⁺ ν X, X → invisible.')
    .version(programVersion)
    .exitOverride()
    .configureOutput({ writeOut: output.out, writeErr: output.err });
  addPhysics(program, output);
  addWorkspaces(program, output);
  addStudies(program, output);
  addProgram(program, output, exit);
  return program;
}

function addPhysics(program: Command, output: Output): void {
  const coupling = numberOption('--coupling', { min: 0, max: 10 });
  program
    .command('signal')
    .description('spectrum and branching ratios of the decay at unit coupling')
    .requiredOption('--mass <MeV>', 'mass of X', decayMassOption)
    .option('--boson <kind>', 'vector or scalar', bosonOption, 'vector')
    .option('--window <from:to>', 'momentum window [MeV/c], as 130:160', windowOption)
    .option('--at <momenta>', 'muon momenta [MeV/c], as 80,135', momentaOption)
    .option(
      '--invisible-fraction <f>',
      'of a scalar’s decays',
      numberOption('--invisible-fraction', { min: 1e-6, max: 1 }),
      1,
    )
    .option('--constants <set>', 'paper or today', constantsOption, 'paper')
    .option(json, jsonText, false)
    .action((options: SignalOptions) => {
      signalCommand(options, output);
    });
  program
    .command('gminus2')
    .description('contribution to the muon’s g−2, and the couplings that a measurement favours')
    .requiredOption('--mass <MeV>', 'mass of X', massOption)
    .option('--boson <kind>', 'vector or scalar', bosonOption, 'vector')
    .option('--coupling <g>', 'coupling', coupling)
    .option('--input <id>', 'which measurement against which prediction', 'ibe-2017')
    .option('--constants <set>', 'paper or today', constantsOption, 'paper')
    .option(json, jsonText, false)
    .action((options: GMinus2Options) => {
      gMinus2Command(options, output);
    });
  program
    .command('limit')
    .description('upper limit on signal events of a counting experiment')
    .requiredOption('--observed <n>', 'observed events', numberOption('--observed', { min: 0, max: 1e9 }))
    .option('--background <b>', 'expected background events', numberOption('--background', { min: 0, max: 1e9 }))
    .option(
      '--background-uncertainty <δ>',
      'its standard deviation [events]: log-normal, averaged over',
      numberOption('--background-uncertainty', { min: 0, max: 1e9 }),
      0,
    )
    .requiredOption('--statistic <name>', limitStatistics.join(', '), choiceOption('--statistic', limitStatistics))
    .option('--cl <level>', 'confidence level', levelOption, 0.95)
    .option(json, jsonText, false)
    .action((options: LimitOptions) => {
      limitCommand(options, output);
    });
}

/** Inference on a pyhf JSON workspace, whoever wrote it. */
function addWorkspaces(program: Command, output: Output): void {
  const onWorkspace = (name: string, description: string): Command =>
    program
      .command(name)
      .description(description)
      .argument('<workspace.json>', 'pyhf JSON workspace')
      .option('--normsys <code>', 'interpolation of normsys: 4 or 1', choiceOption('--normsys', normsysCodes), '4')
      .option(
        '--histosys <code>',
        'interpolation of histosys: 4p or 0',
        choiceOption('--histosys', histosysCodes),
        '4p',
      )
      .option(json, jsonText, false);
  onWorkspace('hypotest', 'CLs of one signal strength')
    .option('--poi <mu>', 'signal strength', numberOption('--poi', { min: 0, max: 1e12 }), 1)
    .option('--test <name>', testStatistics.join(' or '), choiceOption('--test', testStatistics), 'qtilde')
    .action((path: string, options: HypotestOptions) => {
      hypotestCommand(path, options, output);
    });
  onWorkspace('upper-limit', 'CLs upper limit on the parameter of interest, observed and expected')
    .option('--cl <level>', 'confidence level', levelOption, 0.95)
    .action((path: string, options: UpperLimitOptions) => {
      upperLimitCommand(path, options, output);
    });
}

function addStudies(program: Command, output: Output): void {
  program
    .command('presets')
    .description('the experiments that ship with the program, or one of them in full')
    .argument('[id]', 'as e949@1, or e949 for the newest')
    .option(json, jsonText, false)
    .action((id: string | undefined, options: { json: boolean }) => {
      presetsCommand(id, options.json, output);
    });
  program
    .command('run')
    .description('the reach of every scenario of a study file')
    .argument('<study.json>', 'study file')
    .option('--out <folder>', 'also write results.json there')
    .option('--force', 'replace an existing results.json', false)
    .option(
      '--toys <n>',
      'expected bands from this many toys per mass',
      numberOption('--toys', { min: 100, max: 1e7, integer: true }),
    )
    .option('--seed <n>', 'seed of the toys', numberOption('--seed', { min: 0, max: 4294967295, integer: true }))
    .option('--workers <n>', 'compute processes', numberOption('--workers', { min: 1, max: 256, integer: true }))
    .option('--no-cache', 'compute everything again and keep nothing')
    .option(json, jsonText, false)
    .action((path: string, options: RunOptions) => runCommand(path, options, output));
}

function addProgram(program: Command, output: Output, exit: (code: number) => void): void {
  program
    .command('validate')
    .description('every published number beside the computed one')
    .option(json, jsonText, false)
    .action((options: { json: boolean }) => {
      exit(validateCommand(options.json, output));
    });
  program
    .command('schema')
    .description('JSON Schema of the study file')
    .option(json, 'for symmetry: it is always JSON', false)
    .action(() => {
      output.out(`${JSON.stringify(studyJsonSchema(), null, 2)}\n`);
    });
  program
    .command('serve')
    .description('serve the app to a browser on this machine')
    .option(
      '--port <n>',
      'port; without it 4949, or a free one',
      numberOption('--port', { min: 1, max: 65535, integer: true }),
    )
    .action(async (options: { port?: number }) => {
      exit(await serveCommand(options));
    });
  program
    .command('bench')
    .description('timings')
    .option(json, jsonText, false)
    .action(async (options: { json: boolean }) => {
      exit(await benchCommand(options.json));
    });
}
