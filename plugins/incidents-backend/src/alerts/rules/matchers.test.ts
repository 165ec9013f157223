import type { Matcher } from 'backstage-plugin-incidents-common';
import { inWords, matchesAll } from './matchers';

const alert = {
  integration: 'prometheus',
  title: 'checkout answers 5xx',
  severity: 'SEV2',
  labels: { service: 'checkout', title: 'a label', pod: 'web-1.a' },
};

const one = (label: string, op: Matcher['op'], value: string): Matcher[] => [
  { label, op, value },
];

describe('matchers', () => {
  it.each([
    [one('service', 'equals', 'checkout'), true],
    [one('service', 'equals', 'check'), false],
    [one('service', 'not', 'checkout'), false],
    [one('service', 'not', 'search'), true],
    [one('absent', 'equals', ''), true],
    [one('absent', 'not', 'x'), true],
    [one('toString', 'equals', ''), true],
    [one('service', 'glob', 'check*'), true],
    [one('service', 'glob', '*out'), true],
    [one('service', 'glob', 'check'), false],
    [one('service', 'glob', 'check?ut'), true],
    [one('pod', 'glob', 'web-?.a'), true],
    [one('pod', 'glob', 'web-1?a'), true],
    [one('pod', 'glob', 'web-1.?'), true],
    [one('pod', 'glob', 'web-1+a'), false],
    [one('integration', 'equals', 'prometheus'), true],
    [one('title', 'glob', '*5xx'), true],
    [one('severity', 'equals', 'SEV2'), true],
    [
      [...one('service', 'equals', 'checkout'), ...one('pod', 'equals', 'x')],
      false,
    ],
  ])('%j: %s', (matchers, expected) => {
    expect(matchesAll(matchers, alert)).toBe(expected);
  });

  it('look at an alert of which nobody said how bad it is', () => {
    const { severity, ...unjudged } = alert;
    expect(matchesAll(one('severity', 'equals', ''), unjudged)).toBe(true);
  });

  it('find an end on a text that is made to keep them busy', () => {
    const labels = { service: 'a'.repeat(2_000) };
    const pattern = `${'*a'.repeat(20)}**b`;
    expect(
      matchesAll(one('service', 'glob', pattern), { ...alert, labels }),
    ).toBe(false);
  });

  it('are said as people write them', () => {
    expect(
      inWords([
        ...one('service', 'equals', 'checkout'),
        ...one('severity', 'not', 'SEV4'),
        ...one('pod', 'glob', 'web-*'),
      ]),
    ).toBe('service=checkout severity!=SEV4 pod~web-*');
  });
});
