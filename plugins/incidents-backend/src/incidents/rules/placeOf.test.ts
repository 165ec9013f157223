import type { Alert } from 'backstage-plugin-incidents-common';
import { anAlert } from 'backstage-plugin-incidents-common/testing';
import { placeInWords, placeOf } from './placeOf';

const checkout = 'component:default/checkout';

describe('the place of an alert', () => {
  const place = (labels: Alert['labels'], groupBy: string[]) =>
    placeOf(anAlert({ labels, title: 'Too slow' }), groupBy);

  it.each<[string, Alert['labels'], string[], string]>([
    ['is its entity', { env: 'prod' }, [], checkout],
    ['is parted by a label', { env: 'prod' }, ['env'], `${checkout}|env=prod`],
    [
      'is the one that a person declares in, without the label',
      {},
      ['env'],
      checkout,
    ],
    [
      'is the same whether a label is empty or absent',
      { env: '' },
      ['env', 'region'],
      checkout,
    ],
    [
      'is the same in whatever order the labels are named',
      { b: '2', a: '1' },
      ['b', 'a'],
      `${checkout}|a=1|b=2`,
    ],
    [
      'knows labels of one value by their names',
      { a: '1', b: '1' },
      ['b'],
      `${checkout}|b=1`,
    ],
    [
      'is parted by the name of the alert, which a label may hold',
      { alertname: 'Slow' },
      ['alert'],
      `${checkout}|alert=Slow`,
    ],
    [
      'is parted by the title where no label holds the name',
      { alert: 'not this one' },
      ['alert'],
      `${checkout}|alert=Too slow`,
    ],
    ['takes no label for one that is not there', {}, ['toString'], checkout],
  ])('%s', (_, labels, groupBy, expected) => {
    expect(place(labels, groupBy)).toBe(expected);
  });

  it('is nowhere without an entity', () => {
    expect(placeOf(anAlert({ entityRef: undefined }), [])).toBeUndefined();
  });

  it('fits its column, and ends with a whole character', () => {
    expect(place({ env: 'x'.repeat(2_000) }, ['env'])).toHaveLength(500);
    const burning = place({ env: `${'🔥'.repeat(600)}` }, ['env'])!;
    expect(burning.length).toBeGreaterThan(498);
    expect(() => encodeURIComponent(burning)).not.toThrow();
    const shifted = place({ env: `x${'🔥'.repeat(600)}` }, ['env'])!;
    expect(() => encodeURIComponent(shifted)).not.toThrow();
  });

  it('reads as a part of a sentence', () => {
    expect(placeInWords(`${checkout}|a=1|b=2`)).toBe(`${checkout}, a=1, b=2`);
  });
});
