import { fireEvent, screen } from '@testing-library/react';
import { anIncident } from 'backstage-plugin-incidents-common/testing';
import { renderOnEntity } from './__testUtils__/renderOnEntity';
import { daysBetween, describeStrip } from './describeStrip';
import { StripPanel } from './StripPanel';
import { ago, aSummary, now } from './testing/aSummary';

const incident = anIncident({
  status: 'closed',
  declaredAt: ago({ days: 45 }),
  resolvedAt: ago({ days: 44 }),
});
const strip = describeStrip(aSummary({ strip: [incident] }), now);

/** The strip is 900 pixels wide, ten for a day. */
async function show() {
  const onRange = jest.fn();
  renderOnEntity(
    <StripPanel strip={strip} range={undefined} onRange={onRange} />,
    async () => aSummary(),
  );
  const bars = await screen.findByRole('list', {
    name: /Incidents of 90 days/,
  });
  const plot = bars.parentElement!;
  plot.getBoundingClientRect = () => new DOMRect(0, 0, 900, 30);
  return { plot, onRange, bar: screen.getByRole('link') };
}

it('draws a range of whole days', async () => {
  const { plot, onRange } = await show();
  fireEvent.pointerDown(plot, { clientX: 300, button: 0 });
  fireEvent.pointerMove(plot, { clientX: 330 });
  fireEvent.pointerUp(plot, { clientX: 360 });
  expect(onRange).toHaveBeenCalledWith(
    daysBetween(strip.range, 300 / 900, 360 / 900),
  );
});

it('takes a click for the week that was meant', async () => {
  const { plot, onRange } = await show();
  fireEvent.pointerDown(plot, { clientX: 300, button: 0 });
  fireEvent.pointerUp(plot, { clientX: 301 });
  const [week] = onRange.mock.calls[0];
  expect(strip.weeks).toContainEqual(week);
});

it('leaves bars, other buttons and broken-off strokes alone', async () => {
  const { plot, onRange, bar } = await show();
  fireEvent.pointerDown(bar, { clientX: 450, button: 0 });
  fireEvent.pointerUp(plot, { clientX: 600 });
  fireEvent.pointerDown(plot, { clientX: 300, button: 2 });
  fireEvent.pointerUp(plot, { clientX: 600 });
  fireEvent.pointerDown(plot, { clientX: 300, button: 0 });
  fireEvent.pointerCancel(plot);
  fireEvent.pointerUp(plot, { clientX: 600 });
  expect(onRange).not.toHaveBeenCalled();
});

it('names the bar under the pointer', async () => {
  const { bar } = await show();
  expect(screen.getByText('Point at a bar, or pick a week')).toBeVisible();
  fireEvent.mouseEnter(bar);
  expect(screen.getByText('HighErrorRate')).toBeVisible();
});

it('shows days that lead to their lists, and says what nobody counted', async () => {
  const days = [
    { day: ago({ days: 10 }).slice(0, 10), incidents: 42, worstRank: 1 },
  ];
  const many = aSummary({
    ...{ days, incidentsIn90Days: 1_000 },
    countedSince: ago({ days: 30 }),
  });
  renderOnEntity(
    <StripPanel
      strip={describeStrip(many, now)}
      range={undefined}
      onRange={jest.fn()}
    />,
    async () => many,
  );
  const column = await screen.findByRole('link', { name: /: 42 incidents$/ });
  expect(column).toHaveAttribute(
    'href',
    expect.stringMatching(/\?entityRef=component.*from=.*to=/),
  );
  expect(screen.getByText('1000 incidents or more')).toBeVisible();
  expect(screen.getByText(/^Nobody counted what was before/)).toBeVisible();
});
