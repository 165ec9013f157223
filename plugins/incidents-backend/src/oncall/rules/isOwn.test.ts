import type { Actor } from 'backstage-plugin-incidents-common';
import { isOwn, type Concerned } from './isOwn';

const ada = 'user:default/ada';
const bo = 'user:default/bo';
const cy = 'user:default/cy';
const span = { from: '2026-11-20T03:00', to: '2026-11-20T04:00' };
const swap = (a: string, b: string): Concerned => ({
  between: [
    { user: a, ...span },
    { user: b, ...span },
  ],
});

it.each<[string, Concerned, boolean]>([
  ['gives her shift away', { kind: 'replace', user: bo, replaces: ada }, true],
  [
    'takes the shift of somebody',
    { kind: 'replace', user: ada, replaces: bo },
    false,
  ],
  [
    'moves the shift of one to another',
    { kind: 'replace', user: bo, replaces: cy },
    false,
  ],
  ['takes over from everybody', { kind: 'replace', user: ada }, false],
  ['helps out', { kind: 'add', user: ada }, true],
  ['puts somebody on call', { kind: 'add', user: bo }, false],
  ['leaves', { kind: 'remove', user: ada }, true],
  ['takes somebody off', { kind: 'remove', user: bo }, false],
  ['comes along', { kind: 'shadow', user: ada }, true],
  ['is absent', { kind: 'absence', user: ada }, true],
  ['calls somebody absent', { kind: 'absence', user: bo }, false],
  ['swaps', swap(bo, ada), true],
  ['lets others swap', swap(bo, cy), false],
])('who %s', (_, amendment, expected) => {
  expect(isOwn(amendment, { type: 'user', ref: ada })).toBe(expected);
});

it.each<Actor['type']>(['service', 'system', 'integration'])(
  'a %s has no shifts, whatever it is called',
  type => {
    expect(isOwn({ kind: 'add', user: ada }, { type, ref: ada })).toBe(false);
  },
);
