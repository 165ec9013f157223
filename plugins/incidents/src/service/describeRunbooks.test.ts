import { describeRunbooks } from './describeRunbooks';
import { ago, aRunbook } from './testing/aSummary';

type About = Parameters<typeof aRunbook>[0];

function describeOne(about: About) {
  const items = [aRunbook(about)];
  return describeRunbooks({ items, problems: [] }).items[0];
}

const keys = (lines: { key: string }[]) => lines.map(({ key }) => key);

describe('the runbooks of a service', () => {
  it('keep the order of the answer and put the tail aside', () => {
    const items = ['a', 'b', 'c', 'd'].map(id => aRunbook({ id }));
    const view = describeRunbooks({ items, problems: [] });
    expect(view).toMatchObject({
      items: [{ runbook: { id: 'a' } }, {}, { runbook: { id: 'c' } }],
      more: [{ runbook: { id: 'd' } }],
    });
  });

  it.each<[string, About, string[], string[]]>([
    ['a reviewed file', {}, ['steps', 'reviewed'], []],
    ['a stale file', { stale: true }, ['steps'], ['staleSince']],
    [
      'a file that nobody ever reviewed',
      { stale: true, lastReviewed: undefined },
      ['steps'],
      ['neverReviewed'],
    ],
    [
      'a link, of which nothing is known',
      { kind: 'link', steps: 0, stale: undefined, lastReviewed: undefined },
      [],
      [],
    ],
    [
      "the alert's own",
      { from: 'alert' },
      ['fromAlert', 'steps', 'reviewed'],
      [],
    ],
    [
      'of the system',
      { from: 'system' },
      ['fromSystem', 'steps', 'reviewed'],
      [],
    ],
    [
      'of the domain',
      { from: 'domain' },
      ['fromDomain', 'steps', 'reviewed'],
      [],
    ],
    ['of the owner', { from: 'owner' }, ['fromOwner', 'steps', 'reviewed'], []],
  ])('tell about %s', (_, about, facts, doubts) => {
    const view = describeOne(about);
    expect(keys(view.facts)).toEqual(facts);
    expect(keys(view.doubts)).toEqual(doubts);
  });

  it('name where they are inherited from', () => {
    const view = describeOne({
      from: 'system',
      fromRef: 'system:default/shop',
    });
    expect(view.facts[0]).toEqual({
      key: 'fromSystem',
      values: { entity: { entity: 'system:default/shop' } },
    });
  });

  it('date a stale one', () => {
    const lastReviewed = ago({ days: 300 });
    expect(describeOne({ stale: true, lastReviewed }).doubts[0].values).toEqual(
      {
        ago: { ago: lastReviewed },
      },
    );
  });
});
