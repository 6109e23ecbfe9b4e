/** The command line: `npm run --silent cli -- <command>`. */
import { runProgram } from './program.ts';

const code = await runProgram(process.argv.slice(2), {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
});
process.exitCode = code;
