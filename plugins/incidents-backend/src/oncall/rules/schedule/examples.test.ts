import { clocks } from '../../../testing/oncall/clocks.samples';
import { edits } from '../../../testing/oncall/edits.samples';
import { exceptions } from '../../../testing/oncall/exceptions.samples';
import { handoffs } from '../../../testing/oncall/handoffs.samples';
import { told } from '../../../testing/oncall/told';
import { windows } from '../../../testing/oncall/windows.samples';

/** Each can be checked by hand, with a calendar. */
const tables = { handoffs, clocks, windows, exceptions, edits };

describe.each(Object.entries(tables))('%s', (_, examples) => {
  it.each(examples)('$says', ({ given, tells, ...telling }) => {
    expect(told(given, telling)).toBe(tells);
  });
});

it('has examples enough, and each says something else', () => {
  const said = Object.values(tables)
    .flat()
    .map(({ says }) => says);
  expect(new Set(said).size).toBe(said.length);
  expect(said.length).toBeGreaterThanOrEqual(150);
});
