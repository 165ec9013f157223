import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { resolve } from 'node:path';

/** The root of this repository, wherever a tool was started. */
export const repositoryRoot = resolvePackagePath('workshop', '..', '..');

/** A path inside this repository. */
export function inRepository(...paths: string[]): string {
  return resolve(repositoryRoot, ...paths);
}
