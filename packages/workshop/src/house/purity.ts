import { builtinModules } from 'node:module';
import ts from 'typescript';
import { chanceIn } from './chance';
import {
  nodesOf,
  placeOf,
  type Complaint,
  type House,
  type HouseFile,
} from './house';
import { importsOf } from './imports';

const inRules = /(^|\/)rules\//;
/** Parts of Node.js that only reckon; their dice are looked for by name. */
const reckoning = /^(node:)?(assert|buffer|crypto|path|url|util)(\/.*)?$/;
/** What talks to a database, a network, a disk or a running backend. */
const worldly =
  /^(knex|pg|better-sqlite3|express|express-promise-router|supertest|cross-fetch|node-fetch)$|^@backstage\/(backend-|catalog-client$|plugin-.*-(node|backend))/;
/** The files of a room that do. */
const worldlyNeighbours =
  /(^|\/)([a-z]\w*)?(store|Store|routes|tasks|webhook)$/;

function isWorldly(specifier: string): boolean {
  if (reckoning.test(specifier)) {
    return false;
  }
  return (
    specifier.startsWith('node:') ||
    builtinModules.includes(specifier) ||
    worldly.test(specifier) ||
    (specifier.startsWith('.') && worldlyNeighbours.test(specifier))
  );
}

function environmentIn(file: HouseFile): Complaint[] {
  return nodesOf(file.tree)
    .filter(
      node =>
        ts.isPropertyAccessExpression(node) && node.getText() === 'process.env',
    )
    .map(node => `${placeOf(file, node)} reads process.env`);
}

/** The rules, and whatever of the house runs when they run. */
function runWithRules(house: House): HouseFile[] {
  const imports = importsOf(house).filter(({ typeOnly }) => !typeOnly);
  const running = new Set(house.files.filter(({ path }) => inRules.test(path)));
  // A Set hands out what is added while it is walked.
  for (const file of running) {
    for (const { from, to } of imports) {
      if (from === file && to) {
        running.add(to);
      }
    }
  }
  return [...running];
}

/** A rule sees values and `now`, and nothing else, nor does what it calls. */
export function rulesArePure(house: House): Complaint[] {
  const running = runWithRules(house);
  const worldlyImports = importsOf(house)
    .filter(({ from }) => running.includes(from))
    .filter(({ from, typeOnly }) => inRules.test(from.path) || !typeOnly)
    .filter(({ specifier }) => isWorldly(specifier))
    .map(
      ({ from, node, specifier }) =>
        `${placeOf(from, node)} brings ${specifier} into a rule`,
    );
  return [
    ...worldlyImports,
    ...running.flatMap(chanceIn),
    ...running.flatMap(environmentIn),
  ];
}

/** Only the cellar and `plugin.ts`, which hands it out, know what time it is. */
export function chanceStaysInTheCellar(house: House): Complaint[] {
  return house.files
    .filter(({ room, path }) => room !== 'platform' && path !== 'plugin.ts')
    .flatMap(chanceIn);
}
