import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { EntitySummary } from 'backstage-plugin-incidents-common';
import { anAlert, anIncident } from 'backstage-plugin-incidents-common/testing';
import { IncidentsTab } from './IncidentsTab';
import {
  aBurningSummary,
  ago,
  aPerson,
  anOnCallAnswer,
  aRunbook,
  aSummary,
  now,
} from './testing/aSummary';
import { renderOnEntity, stopTheClock } from './__testUtils__/renderOnEntity';

beforeEach(() => stopTheClock(now));
afterEach(() => {
  jest.useRealTimers();
});

async function show(summary: EntitySummary) {
  renderOnEntity(<IncidentsTab />, async () => summary);
  return screen.findByRole('region', { name: 'State of this service' });
}

const panel = (name: string | RegExp) => screen.findByRole('region', { name });

describe('the tab of a service that burns', () => {
  it('says how bad, since when, what, and how far it is', async () => {
    const headline = await show(aBurningSummary({ openAlerts: 2 }));
    expect(within(headline).getByRole('heading')).toHaveTextContent(
      'SEV2 for 14 min: checkout 5xx',
    );
    expect(headline).toHaveTextContent('Investigating');
    expect(headline).toHaveTextContent('2 alerts are firing.');
  });

  it('says what it is probably because of, and leads there', async () => {
    const cause = anIncident({
      ...{ key: 'INC-3', entityRefs: ['component:default/gateway'] },
    });
    const headline = await show(
      aBurningSummary(
        { likelyBecauseOf: ['INC-3'], pagesHeld: { because: ['INC-3'] } },
        { likelyCauses: [cause] },
      ),
    );
    expect(headline).toHaveTextContent('Probably because of INC-3 on gateway.');
    expect(headline).toHaveTextContent('Nobody is paged for it meanwhile.');
    expect(
      within(headline).getByRole('link', { name: 'INC-3' }),
    ).toHaveAttribute('href', '/incidents/INC-3');
  });

  it('offers the runbook first, one press away', async () => {
    const headline = await show(aBurningSummary());
    const [first, second] = within(headline).getAllByRole('link');
    expect(first).toHaveAccessibleName('Open runbook: Checkout answers 5xx');
    expect(first).toHaveAttribute(
      'href',
      '/incidents/runbooks/component/default/checkout/r1',
    );
    expect(second).toHaveAttribute('href', '/incidents/INC-12');
  });

  it('never makes a link of an address that no browser should open', async () => {
    const evil = aRunbook({ kind: 'link', url: 'javascript:alert(1)' });
    const headline = await show(
      aBurningSummary(
        {},
        { runbooks: { status: 'ok', value: { items: [evil], problems: [] } } },
      ),
    );
    expect(within(headline).getAllByRole('link')).toHaveLength(1);
    const runbooks = await panel('Runbooks');
    expect(within(runbooks).queryByRole('link')).not.toBeInTheDocument();
    expect(runbooks).toHaveTextContent(evil.title);
  });

  it('unfolds the definition that is in force', async () => {
    await show(aBurningSummary());
    const definitions = await panel('Severity definitions');
    expect(within(definitions).getByText('now')).toBeVisible();
    const open = definitions.querySelectorAll('details[open]');
    expect(open).toHaveLength(1);
    expect(open[0]).toHaveTextContent('SEV2');
  });

  it('names the other open ones', async () => {
    const open = [
      anIncident({ key: 'INC-1', severity: 'SEV1', severityRank: 1 }),
      anIncident({ key: 'INC-2' }),
    ];
    const headline = await show(aSummary({ open }));
    expect(within(headline).getByRole('heading')).toHaveTextContent('SEV1');
    expect(within(headline).getByRole('link', { name: 'INC-2' })).toBeVisible();
  });
});

describe('the tab of a quiet service', () => {
  it('says so, and when the last incident was', async () => {
    const headline = await show(
      aSummary({ lastIncidentAt: ago({ days: 12 }) }),
    );
    expect(within(headline).getByRole('heading')).toHaveTextContent(
      'Nothing open. Last incident 12 days ago.',
    );
    expect(headline).toHaveAttribute('data-tone', 'calm');
  });

  it('does not call it calm when there never was an incident', async () => {
    const headline = await show(aSummary());
    expect(headline).toHaveAttribute('data-tone', 'unknown');
    expect(headline).toHaveTextContent('nothing watches it');
    expect(await panel(/^History/)).toHaveTextContent('service: checkout');
  });

  it('teaches how to write the missing runbook', async () => {
    await show(
      aSummary({
        runbooks: { status: 'ok', value: { items: [], problems: [] } },
      }),
    );
    const runbooks = await panel('Runbooks');
    expect(runbooks).toHaveTextContent('No runbook for this service');
    expect(runbooks).toHaveTextContent('runbooks/checkout.md');
    expect(
      within(runbooks).getByLabelText('Template of a runbook'),
    ).toHaveTextContent('title: "What to do when checkout fails"');
  });
});

describe('what the tab does not know', () => {
  const failed = { status: 'failed', reason: 'the catalog is down' } as const;

  it.each([
    ['On call', 'onCall'],
    ['Runbooks', 'runbooks'],
    ['Severity definitions', 'severities'],
    ['Depends on', 'dependencies'],
  ] as const)(
    '%s: the panel names it, the others stand',
    async (name, part) => {
      await show(aSummary({ [part]: failed }));
      expect(await panel(name)).toHaveTextContent('the catalog is down');
      const others = [
        'On call',
        'Runbooks',
        'Severity definitions',
        'Depends on',
      ];
      for (const other of others.filter(title => title !== name)) {
        expect(await panel(other)).not.toHaveTextContent('the catalog is down');
      }
    },
  );

  it('names nobody to those who may not see names', async () => {
    const hidden = { status: 'hidden', reason: 'not permitted' } as const;
    await show(aSummary({ onCall: hidden }));
    const onCall = await panel('On call');
    expect(onCall).toHaveTextContent('You may not see names.');
    expect(onCall).toHaveTextContent('not permitted');
  });

  it('says that nothing is known when the backend fails, and asks again', async () => {
    let asked = 0;
    renderOnEntity(<IncidentsTab />, async () => {
      asked += 1;
      if (asked === 1) throw Object.assign(new Error(), { statusCode: 400 });
      return aSummary({ lastIncidentAt: ago({ days: 12 }) });
    });
    const headline = await screen.findByRole('region', {
      name: 'State of this service',
    });
    expect(headline).toHaveTextContent('What is open here is not known');
    expect(headline).toHaveAttribute('data-tone', 'unknown');
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText(/Nothing open/)).toBeVisible();
  });
});

describe('who is on call', () => {
  it('shows the lead first and the rest on demand', async () => {
    const people = ['Ada', 'Bo', 'Cy', 'Di'].map(displayName =>
      aPerson({
        ref: `user:default/${displayName.toLowerCase()}`,
        displayName,
        ...(displayName === 'Cy' && { role: 'lead' }),
      }),
    );
    const value = anOnCallAnswer({ levels: [{ level: 1, name: 'P', people }] });
    await show(aSummary({ onCall: { status: 'ok', value } }));
    const onCall = await panel('On call');
    const names = within(onCall)
      .getAllByRole('link')
      .map(link => link.textContent);
    expect(names[0]).toBe('Cy');
    expect(within(onCall).getByText('1 more')).toBeVisible();
  });

  it('shows a gap with its reason', async () => {
    const level = { level: 1, name: 'Primary', people: [], gap: 'no member' };
    const value = anOnCallAnswer({ levels: [level] });
    await show(aSummary({ onCall: { status: 'ok', value } }));
    const onCall = await panel('On call');
    expect(onCall).toHaveTextContent('Nobody is on call');
    expect(onCall).toHaveTextContent('no member');
  });
});

describe('ninety days and the history under them', () => {
  const over = (key: string, days: number) =>
    anIncident({
      key,
      title: `Trouble ${key}`,
      status: 'closed',
      declaredAt: ago({ days }),
      resolvedAt: ago({ days, minutes: -40 }),
    });
  const summary = aSummary({ strip: [over('INC-1', 80), over('INC-2', 3)] });
  const rows = async () =>
    within(await panel(/^History/))
      .getAllByRole('rowheader')
      .map(row => row.textContent);

  it('names each bar', async () => {
    await show(summary);
    const bars = within(
      screen.getByRole('list', { name: /Incidents of 90 days/ }),
    ).getAllByRole('link');
    expect(bars[1]).toHaveAccessibleName(
      /INC-2, SEV2, Trouble INC-2, .*, 40 min/,
    );
    expect(bars[1]).toHaveAttribute('href', '/incidents/INC-2');
  });

  it('reaches the bars by one tab stop and the arrows', async () => {
    await show(summary);
    const bars = within(
      screen.getByRole('list', { name: /Incidents of 90 days/ }),
    ).getAllByRole('link');
    expect(bars.map(bar => bar.tabIndex)).toEqual([-1, 0]);
    act(() => bars[1].focus());
    await userEvent.keyboard('{ArrowLeft}');
    expect(bars[0]).toHaveFocus();
    await userEvent.keyboard('{ArrowLeft}{End}');
    expect(bars[1]).toHaveFocus();
  });

  it('narrows the table to a week and widens it again', async () => {
    await show(summary);
    expect(await rows()).toHaveLength(2);
    const weeks = screen.getByRole('group', { name: 'Weeks' });
    const [busy] = within(weeks).getAllByRole('button', { name: /1 incident/ });
    await userEvent.click(busy);
    expect(busy).toHaveAttribute('aria-pressed', 'true');
    await waitFor(async () => expect(await rows()).toHaveLength(1));
    await userEvent.click(
      screen.getByRole('button', { name: 'Show all days' }),
    );
    expect(await rows()).toHaveLength(2);
    await userEvent.click(busy);
    expect(await rows()).toHaveLength(1);
    await userEvent.keyboard('{Escape}');
    expect(await rows()).toHaveLength(2);
  });

  it('shows the first rows, and all on demand', async () => {
    const many = Array.from({ length: 11 }, (_, n) =>
      over(`INC-${n + 1}`, n + 1),
    );
    await show(aSummary({ strip: many }));
    expect(await rows()).toHaveLength(8);
    await userEvent.click(screen.getByRole('button', { name: 'Show 3 more' }));
    expect(await rows()).toHaveLength(11);
  });
});

it('rolls the parts of a system up and says which one it is', async () => {
  const incident = anIncident({ entityRefs: ['component:default/ledger'] });
  const headline = await show(
    aSummary({
      covers: 7,
      open: [incident],
      strip: [incident],
      runbooks: { status: 'ok', value: { items: [], problems: [] } },
    }),
  );
  expect(headline).toHaveTextContent('Covers 7 parts.');
  // What a whole lacks is no gap: its parts are what alerts are about.
  expect(await panel('Runbooks')).toHaveTextContent('No runbook of its own.');
  expect(
    within(await panel(/^History/)).getByRole('link', { name: /ledger/ }),
  ).toHaveAttribute('href', '/catalog/default/component/ledger');
});

it('lists firing alerts with what became of them', async () => {
  const recorded = anAlert({
    id: 'a2',
    title: 'DiskFills',
    incidentKey: undefined,
    triage: { outcome: 'recorded', reason: 'SEV4 is only recorded.' },
  });
  await show(aSummary({ firing: [anAlert(), recorded] }));
  const firing = await panel(/^Firing alerts/);
  expect(within(firing).getByRole('link', { name: 'INC-1' })).toBeVisible();
  expect(firing).toHaveTextContent('SEV4 is only recorded.');
});
