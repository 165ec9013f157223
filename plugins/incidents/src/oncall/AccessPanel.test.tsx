import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  AccessFinding,
  IncidentsApi,
  RequiredAccess,
} from 'backstage-plugin-incidents-common';
import { renderPage } from '../shell/__testUtils__/renderPage';
import { aPreview, aSchedule } from './testing/aShift';

const item: RequiredAccess = {
  ...{ tool: 'Grafana', state: 'missing' },
  ...{ entityRefs: ['component:default/checkout'], schedules: ['checkout'] },
};
const ofBo: AccessFinding = {
  person: { ref: 'user:default/bo', displayName: 'Bo' },
  ...{ tool: 'Vault', state: 'missing', level: 'Primary' },
  ...{ entityRefs: item.entityRefs, shiftFrom: '2026-11-20T08:00:00.000Z' },
  hasBegun: false,
};

function show(items: RequiredAccess[], findings: AccessFinding[]) {
  let shown = items;
  const confirmAccess = jest.fn(async () => {
    shown = items.map(one => ({
      ...{ ...one, state: 'confirmed' as const },
      expiresAt: '2099-12-20T03:00:00.000Z',
    }));
    return { user: 'user:default/ada', items: shown };
  });
  const api: Partial<IncidentsApi> = {
    getSchedule: async () => aSchedule(),
    getScheduleShifts: async () => aPreview(),
    getAccessChecklist: async () => ({
      ...{ user: 'user:default/ada', items: shown },
    }),
    listAccessFindings: async () => ({
      ...{ tools: ['Grafana', 'Vault'], items: findings },
    }),
    confirmAccess,
  };
  renderPage('/on-call/checkout?times=schedule', api);
  return { confirmAccess };
}

const panel = async () =>
  within(await screen.findByRole('region', { name: /^Before your shift/ }));

describe('before a shift', () => {
  it('one confirms what one can log in to, all of it in one press', async () => {
    const { confirmAccess } = show(
      [
        {
          ...item,
          tool: 'Vault',
          state: 'expired',
          expiresAt: '2026-10-01T03:00:00.000Z',
        },
        item,
        { ...item, tool: 'Elsewhere', schedules: ['ledger'] },
      ],
      [],
    );
    const access = await panel();
    expect(
      await access.findByText('Confirmed too long ago: until Thu, Oct 1'),
    ).toBeInTheDocument();
    expect(access.queryByText('Elsewhere')).not.toBeInTheDocument();
    await userEvent.click(
      access.getByRole('button', { name: 'I can log in to all of them' }),
    );
    expect(
      await access.findByText('You can log in to Vault, Grafana.'),
    ).toBeInTheDocument();
    expect(confirmAccess).toHaveBeenCalledWith({
      body: { tools: ['Vault', 'Grafana'] },
    });
    expect(
      await access.findAllByText('Confirmed, until Sun, Dec 20'),
    ).toHaveLength(2);
    expect(access.queryByRole('button')).not.toBeInTheDocument();
  });

  it('one sees who has not', async () => {
    const cy = { ref: 'user:default/cy', displayName: 'Cy' };
    show(
      [],
      [
        ...[ofBo, { ...ofBo, tool: 'Grafana' }],
        { ...ofBo, person: cy, hasBegun: true },
      ],
    );
    const access = await panel();
    const line = await access.findByText('Bo: Vault, Grafana');
    expect(line.closest('li')).toHaveTextContent(
      'Primary, from Fri, Nov 20, 09:00',
    );
    const running = access.getByText('Cy: Vault');
    expect(running.closest('li')).toHaveTextContent('Primary, on call now');
  });

  it('one is told that all have', async () => {
    show([], []);
    const access = await panel();
    expect(
      await access.findByText(
        'Everybody who is on call within two weeks has confirmed all of it.',
      ),
    ).toBeInTheDocument();
  });
});
