import type { ReactElement } from 'react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { act, fireEvent, screen } from '@testing-library/react';
import { CopySnippet } from './panels/CopySnippet';
import { Panel } from './panels/Panel';
import { ProblemPanel } from './panels/ProblemPanel';
import { SectionContent } from './panels/SectionContent';
import { PersonChip } from './people/PersonChip';
import { SeverityTag } from './severity/SeverityTag';
import { FlappingTag } from './status/FlappingTag';
import { StatusTag } from './status/StatusTag';
import { RelativeTime } from './time/RelativeTime';
import { RunningClock } from './time/RunningClock';
import { en, ja } from './messages';

function show(element: ReactElement) {
  return renderInTestApp(element, {
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
  });
}

describe('the widgets', () => {
  it('never speak by colour alone', async () => {
    show(
      <>
        <SeverityTag severity="SEV1" rank={1} />
        <StatusTag status="mitigated" />
        <FlappingTag />
      </>,
    );
    expect(await screen.findByText('SEV1')).toHaveAttribute(
      'data-tone',
      'critical',
    );
    expect(screen.getByText('Mitigated')).toBeInTheDocument();
    expect(screen.getByText('Flapping')).toBeInTheDocument();
  });

  it('link nobody whom the catalog does not know', async () => {
    const zoe = { ref: 'outside:ical/1', displayName: 'Zoe' };
    const ada = { ref: 'user:default/ada', displayName: 'Ada' };
    show(
      <>
        <PersonChip person={zoe} />
        <PersonChip person={ada} />
      </>,
    );
    expect(await screen.findByText('Zoe')).toBeInTheDocument();
    const names = screen.getAllByRole('link').map(link => link.textContent);
    expect(names).toEqual(['Ada']);
  });

  it('tell when, and exactly when on hover', async () => {
    const at = new Date(Date.now() - 14 * 60_000).toISOString();
    show(<RelativeTime at={at} />);
    const time = await screen.findByText('14 min. ago');
    expect(time).toHaveAttribute('datetime', at);
    expect(time).toHaveAttribute('title', expect.stringMatching(/\d\d:\d\d/));
  });

  it('run a clock while something lasts and stop it when it ended', async () => {
    jest.useFakeTimers({ now: new Date('2026-11-20T03:00:00.000Z') });
    show(
      <>
        <RunningClock since="2026-11-20T02:59:00.000Z" seconds />
        <RunningClock
          since="2026-11-20T01:00:00.000Z"
          until="2026-11-20T02:05:00.000Z"
        />
      </>,
    );
    await act(() => jest.advanceTimersByTimeAsync(5_000));
    const [running, stopped] = screen.getAllByRole('timer');
    expect(running).toHaveTextContent(/^1:0[45]$/);
    expect(running).toHaveAccessibleName('1 min');
    expect(stopped).toHaveTextContent('1 h 05 min');
    jest.useRealTimers();
  });

  it('lead to a person', async () => {
    const person = {
      ref: 'user:default/ada',
      displayName: 'Ada',
      email: 'ada@example.com',
      role: 'lead',
    };
    show(<PersonChip person={person} />);
    expect(await screen.findByRole('link', { name: 'Ada' })).toHaveAttribute(
      'href',
      '/catalog/default/user/ada',
    );
    expect(screen.getByRole('link', { name: 'Mail to Ada' })).toHaveAttribute(
      'href',
      'mailto:ada@example.com',
    );
    expect(screen.getByText('lead')).toBeInTheDocument();
  });

  it('make a region of a panel', async () => {
    show(<Panel title="Alerts" count={3} />);
    expect(
      await screen.findByRole('region', { name: /^Alerts/ }),
    ).toHaveTextContent('Alerts3');
  });

  it('say that a part is not known, and why', async () => {
    show(
      <SectionContent section={{ status: 'failed', reason: 'no catalog' }}>
        {() => 'never shown'}
      </SectionContent>,
    );
    expect(await screen.findByText('no catalog')).toHaveTextContent(
      'Not known at the moment',
    );
    expect(screen.queryByText('never shown')).not.toBeInTheDocument();
  });

  it('say what failed, what helps, and that the rest may be old', async () => {
    const error = Object.assign(new Error('down'), { statusCode: 503 });
    const onRetry = jest.fn();
    show(<ProblemPanel error={error} stale onRetry={onRetry} />);
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('Not up to date');
    expect(alert).toHaveTextContent('down');
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(onRetry).toHaveBeenCalled();
  });

  it('give text away with one press', async () => {
    const writeText = jest.fn().mockResolvedValue(undefined);
    Object.assign(navigator, { clipboard: { writeText } });
    show(<CopySnippet text="yarn start" label="A command" />);
    fireEvent.click(await screen.findByRole('button', { name: 'Copy' }));
    expect(await screen.findByText('Copied')).toBeInTheDocument();
    expect(writeText).toHaveBeenCalledWith('yarn start');
  });
});

it('the words of the widgets are filled with the same values in both languages', () => {
  const names = (text: string) =>
    [...text.matchAll(/{{(\w+)}}/g)].map(([, name]) => name).sort();
  for (const [key, text] of Object.entries(en)) {
    expect([key, names(ja[key as keyof typeof en])]).toEqual([
      key,
      names(text),
    ]);
  }
});
