import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  HandoverDraft,
  HandoverNote,
} from 'backstage-plugin-incidents-common';
import { renderPage } from '../shell/__testUtils__/renderPage';
import { aDraft, aNote } from './testing/aHandover';

function show(about: Partial<HandoverDraft> = {}, notes: HandoverNote[] = []) {
  const draftHandover = jest.fn(async () => aDraft(about));
  const writeHandover = jest.fn(async () => aNote());
  const changeHandover = jest.fn(async () => aNote({ version: 3 }));
  renderPage('/on-call/checkout/hand-over', {
    ...{ draftHandover, writeHandover, changeHandover },
    listHandovers: async () => ({ items: notes, totalItems: notes.length }),
  });
  return { draftHandover, writeHandover, changeHandover };
}

const editor = () =>
  screen.findByRole<HTMLTextAreaElement>('textbox', {
    name: 'Note, in Markdown',
  });

describe('handing over', () => {
  it('begins with what happened, as facts and as a draft', async () => {
    show({
      incidents: {
        status: 'ok',
        value: [
          {
            ...{ key: 'INC-7', title: 'Checkout 5xx', status: 'mitigated' },
            ...{ severity: 'SEV2', severityRank: 2, isOpen: true },
            entityRefs: ['component:default/checkout'],
            declaredAt: '2026-11-20T03:00:00.000Z',
          },
        ],
      },
      pages: {
        status: 'ok',
        value: [
          {
            incidentKey: 'INC-7',
            person: { ref: 'user:default/ada', displayName: 'Ada' },
            at: '2026-11-20T03:00:05.000Z',
          },
        ],
      },
      endings: { status: 'hidden', reason: 'Seeing this needs a permission' },
    });
    const facts = await screen.findByRole('region', {
      name: 'Hand-over of Checkout',
    });
    expect(facts).toHaveTextContent(/Primary: Ada, .*Then Bo, from/);
    expect(
      within(facts).getByRole('link', { name: 'INC-7 Checkout 5xx' }),
    ).toHaveAttribute('href', '/incidents/INC-7');
    expect(facts).toHaveTextContent('Seeing this needs a permission');
    const { value } = await editor();
    expect(value).toMatch(
      /- \[INC-7\]\(http:\/\/localhost\/incidents\/INC-7\) SEV2 Checkout 5xx: Mitigated, began 2026-11-20 04:00/,
    );
    expect(value).toContain('Not known: Seeing this needs a permission');
  });

  it('keeps what was written, and shows it as it will be read', async () => {
    const { writeHandover } = show();
    const field = await editor();
    await userEvent.clear(field);
    await userEvent.type(field, '# Watch the **ledger**');
    const preview = screen.getByRole('region', { name: 'Preview' });
    expect(
      await within(preview).findByRole('heading', { name: 'Watch the ledger' }),
    ).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Save the note' }),
    );
    expect(await screen.findByText('Version 1 was saved.')).toBeInTheDocument();
    expect(writeHandover).toHaveBeenCalledWith({
      params: { name: 'checkout' },
      body: { at: '2026-11-20T07:00:00.000Z', text: '# Watch the **ledger**' },
    });
  });

  it('goes on with the note that is there, and with the draft if wanted', async () => {
    const { changeHandover } = show({ note: aNote({ version: 2 }) });
    const field = await editor();
    expect(field.value).toBe('All **calm**.');
    await userEvent.click(
      screen.getByRole('button', { name: 'Begin again with what is known' }),
    );
    expect(field.value).toMatch(/^## Hand-over: Checkout, Primary/);
    await userEvent.clear(field);
    await userEvent.type(field, 'x');
    await userEvent.click(
      screen.getByRole('button', { name: 'Save the note' }),
    );
    expect(await screen.findByText('Version 3 was saved.')).toBeInTheDocument();
    expect(changeHandover).toHaveBeenCalledWith({
      params: { name: 'checkout', id: 'h1' },
      body: { version: 2, text: 'x' },
    });
  });

  it('lists earlier notes, and not the one above once more', async () => {
    const note = aNote();
    show({ note }, [note, aNote({ id: 'h0', text: 'Of yesterday' })]);
    const past = await screen.findByRole('region', {
      name: 'Earlier hand-overs',
    });
    expect(await within(past).findByText('Of yesterday')).toBeInTheDocument();
    expect(within(past).getAllByRole('listitem')).toHaveLength(1);
  });
});
