import type {
  HandoverDraft,
  HandoverNote,
} from 'backstage-plugin-incidents-common';

const ada = { ref: 'user:default/ada', displayName: 'Ada' };
const by = { type: 'user', ref: ada.ref } as const;
const end = '2026-11-20T08:00:00.000Z';
const shift = {
  ...{ level: 1, levelName: 'Primary', person: ada },
  ...{ from: '2026-11-19T08:00:00.000Z', to: end },
};

/** Of Ada's day on call. */
export function aNote(about: Partial<HandoverNote> = {}): HandoverNote {
  return {
    ...{ id: 'h1', schedule: 'checkout', shift, text: 'All **calm**.' },
    ...{ version: 1, createdAt: end, createdBy: by },
    ...{ updatedAt: end, updatedBy: by },
    ...about,
  };
}

/** Ada hands over to Bo, and nothing happened. */
export function aDraft(about: Partial<HandoverDraft> = {}): HandoverDraft {
  return {
    ...{ schedule: 'checkout', scheduleTitle: 'Checkout' },
    ...{ timeZone: 'Europe/Berlin', at: '2026-11-20T07:00:00.000Z', shift },
    next: {
      people: [{ ref: 'user:default/bo', displayName: 'Bo' }],
      from: end,
    },
    ...{ entities: 2, markdown: 'in English' },
    incidents: { status: 'ok', value: [] },
    pages: { status: 'ok', value: [] },
    endings: { status: 'ok', value: [] },
    ...about,
  };
}
