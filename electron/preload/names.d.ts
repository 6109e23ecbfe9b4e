/** The names of the contract's calls, filled in when the preload is built: the contract itself would bring its schemas along. */
declare const CALL_NAMES: readonly string[];
