/** Stands in for Electron's `process.parentPort` over Node's IPC channel; what passes through is marked. */
const parentPort = {
  on: (_event: 'message', listener: (event: { data: unknown }) => void): void => {
    process.on('message', (data) => {
      listener({ data });
    });
  },
  postMessage: (message: unknown): void => {
    process.send?.({ through: 'parentPort', message });
  },
};
Object.defineProperty(process, 'parentPort', { value: parentPort });
