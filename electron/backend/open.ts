import { openStore } from '../../data/store/open.ts';
import { createBackend, type Backend, type BackendOptions } from './backend.ts';

/**
 * Opens the store, makes the backend on it and starts it: what every host does first.
 *
 * @param folder the store's folder; the person's own, unless told
 * @throws StoreError when the store cannot be used
 */
export async function openBackend({
  folder,
  ...options
}: Omit<BackendOptions, 'store'> & { readonly folder?: string | undefined }): Promise<Backend> {
  const backend = createBackend({ ...options, store: openStore({ folder }) });
  try {
    await backend.start();
    return backend;
  } catch (error) {
    backend.close();
    throw error;
  }
}
