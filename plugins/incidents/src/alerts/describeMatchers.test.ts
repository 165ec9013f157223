import type { Matcher } from 'backstage-plugin-incidents-common';
import type { Words } from '../translation';
import { describeMatchers, usableMatchers } from './describeMatchers';
import { en } from './messages';

const t = ((key: keyof typeof en, values: Record<string, string> = {}) =>
  en[key].replace(
    /{{(\w+)}}/g,
    (_: string, name: string) => values[name],
  )) as unknown as Words;

const is = (label: string, value: string): Matcher => ({
  label,
  op: 'equals',
  value,
});

describe('conditions in words', () => {
  it('read as a sentence', () => {
    expect(
      describeMatchers(
        [
          is('service', 'checkout'),
          { label: 'env', op: 'not', value: 'staging' },
          { label: 'pod', op: 'glob', value: 'web-*' },
        ],
        t,
      ),
    ).toBe(
      'service is checkout and env is not staging and pod looks like web-*',
    );
  });

  it('say that a label is absent or there', () => {
    expect(
      describeMatchers([is('team', ''), { ...is('env', ''), op: 'not' }], t),
    ).toBe('team is absent and env is there');
  });
});

describe('conditions that can be sent', () => {
  it('leave out rows that were never filled in', () => {
    expect(usableMatchers([is(' service ', 'x'), is('', '')])).toEqual([
      is('service', 'x'),
    ]);
  });

  it.each([
    ['there are none', []],
    ['all are empty', [is('', '')]],
    ['one has a value and no label', [is('service', 'x'), is(' ', 'y')]],
  ])('are nothing when %s', (_, matchers) => {
    expect(usableMatchers(matchers)).toBeUndefined();
  });
});
