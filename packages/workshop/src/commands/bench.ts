import { existsSync, readdirSync } from 'node:fs';
import { inRepository } from '../repository';

/** A file of `bench/`: it measures, prints, and may fail with a code. */
interface Bench {
  main(args: string[]): Promise<number | void>;
}

function namesOfBenches(): string {
  return readdirSync(inRepository('bench'))
    .filter(file => file.endsWith('.ts'))
    .map(file => file.slice(0, -'.ts'.length))
    .join(', ');
}

/** Runs `bench/<name>.ts`. */
export async function main([name, ...args]: string[]): Promise<number> {
  const path = inRepository('bench', `${name}.ts`);
  if (!name || !existsSync(path)) {
    console.error(`Usage: yarn bench <name>, one of: ${namesOfBenches()}`);
    return 1;
  }
  const bench: Bench = require(path);
  return (await bench.main(args)) ?? 0;
}
