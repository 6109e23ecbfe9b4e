/** Starts the built app: in real Electron where its binary is installed, else against the stand-in. */
import type * as Electron from 'electron';
import { electronBinary } from '../../../build/electronBinary.ts';
import { launchElectron } from './realElectron.ts';
import { launchStandIn } from './standIn.ts';

/** What a function that runs in the main process is given: Electron's module, real or not. */
export type ElectronModule = typeof Electron;

/** The running app. Functions travel as source text: they see nothing of the test around them. */
export interface RunningApp {
  /** Runs in the main process. */
  inMain<Result, Argument>(
    run: (electron: ElectronModule, argument: Argument) => Result,
    argument?: Argument,
  ): Promise<Awaited<Result>>;
  /** Runs in the page of the window. */
  inPage<Result, Argument>(run: (argument: Argument) => Result, argument?: Argument): Promise<Awaited<Result>>;
  /** Errors that the page printed or threw. */
  problems(): Promise<readonly string[]>;
  /** Resolves when the process has ended, to its exit code. */
  readonly ended: Promise<number | null>;
  /** Ends the app as a person does. */
  quit(): Promise<void>;
}

const binary = electronBinary();

/** Without it a window's real sandbox and dialogs that block cannot be had. */
export const isReal = binary !== undefined;

/** Starts the app on a store folder and waits for its window. */
export function launch(folder: string): Promise<RunningApp> {
  return binary === undefined ? launchStandIn(folder) : launchElectron(binary, folder);
}
