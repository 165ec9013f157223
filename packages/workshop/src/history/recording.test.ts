import { inRepository } from '../repository';
import { readLines, readRecording } from './recording';

const delivery = { t: -60, as: 'generic', integration: 'synthetics', body: {} };
const note = {
  t: -30,
  as: 'user:default/aiko',
  note: { incidentOf: 'D1', text: 'On it' },
};
const linesOf = (...events: unknown[]) =>
  events.map(event => JSON.stringify(event)).join('\n');

describe('readLines', () => {
  it('reads one event a line', () => {
    expect(readLines(`${linesOf(delivery, note)}\n`, 'a.jsonl')).toEqual([
      delivery,
      note,
    ]);
  });

  it('names the line that is not JSON', () => {
    expect(() => readLines(`${linesOf(delivery)}\n{`, 'a.jsonl')).toThrow(
      /^a\.jsonl:2 is not JSON/,
    );
  });

  it.each([
    ['an event of another kind', { t: -1, as: 'user:default/aiko', page: {} }],
    ['an action that the lifecycle has not', act('explode')],
    ['an act of somebody who is no user', { ...act('resolve'), as: 'nana' }],
    ['a moment after the start', { ...delivery, t: 5 }],
  ])('names the line that is %s', (_, event) => {
    expect(() => readLines(linesOf(delivery, event), 'a.jsonl')).toThrow(
      /^a\.jsonl:2 is no delivery, act, note or declaration/,
    );
  });

  it('names the line that is out of order', () => {
    expect(() => readLines(linesOf(note, delivery), 'a.jsonl')).toThrow(
      'a.jsonl:2 is earlier than the line before it',
    );
  });
});

describe('the recorded quarter', () => {
  it('is complete, in order, and ends before the portal starts', async () => {
    const events = await readRecording(inRepository('examples/history'));

    expect(events.length).toBeGreaterThan(1000);
    expect(events[0].t).toBeGreaterThanOrEqual(-90 * 24 * 60 * 60);
    expect(events.at(-1)!.t).toBeLessThanOrEqual(0);
  });
});

function act(action: string) {
  return { t: -1, as: 'user:default/aiko', act: { incidentOf: 'D1', action } };
}
