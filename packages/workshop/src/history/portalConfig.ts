import { ConfigReader, type Config } from '@backstage/config';
import { ConfigSources } from '@backstage/config-loader';
import type { JsonObject } from '@backstage/types';
import { resolve } from 'node:path';
import { repositoryRoot } from '../repository';

function configArgs(files: string[]): string[] {
  return files.flatMap(file => ['--config', resolve(repositoryRoot, file)]);
}

/**
 * The configuration of a portal, as its backend reads it.
 *
 * @param options - `files` are those of `--config`, the usual ones when there
 * are none; `dataDir` holds the databases instead of what the files say
 */
export async function portalConfig(options: {
  files: string[];
  dataDir?: string;
}): Promise<Config> {
  const read = await ConfigSources.toConfig(
    ConfigSources.default({ argv: configArgs(options.files), watch: false }),
  );
  const data = read.get<JsonObject>();
  read.close();
  if (options.dataDir) {
    const directory = resolve(repositoryRoot, options.dataDir);
    (data.backend as JsonObject).database = {
      client: 'better-sqlite3',
      connection: { directory },
    };
  }
  return new ConfigReader(data, 'app-config');
}
