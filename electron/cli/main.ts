/** The command line: `npm run --silent cli -- <command>`. */
import { exitCodes } from './output.ts';
import { runProgram } from './program.ts';

// A reader that has seen enough closes the pipe: no error. A full disk is one, and is said without a stack.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(exitCodes.done);
  process.stderr.write(`error: the result could not be written (${error.code ?? error.message})\n`);
  process.exit(exitCodes.badInput);
});
process.stderr.on('error', () => undefined);

process.exitCode = await runProgram(process.argv.slice(2), {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
});
