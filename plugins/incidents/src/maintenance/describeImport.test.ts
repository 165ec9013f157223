import { changesIn, describeImport } from './describeImport';

describe('a file that is imported', () => {
  it('is nothing while it is empty', () => {
    expect(describeImport({ ics: ' ', entityRefs: [] }, 'UTC')).toBeUndefined();
  });

  it('has whole days where the reader is, unless it says where they are', () => {
    const zoneOf = (ics: string) =>
      describeImport({ ics, entityRefs: [] }, 'Asia/Tokyo')?.zone;
    expect(zoneOf('BEGIN:VCALENDAR')).toBe('Asia/Tokyo');
    expect(
      zoneOf('BEGIN:VCALENDAR\r\nX-WR-TIMEZONE:Europe/Berlin'),
    ).toBeUndefined();
  });

  it('changes what is not known and not left out', () => {
    const became = [
      ...(['created', 'changed', 'ended'] as const),
      ...(['unchanged', 'skipped'] as const),
    ];
    const events = became.map(one => ({
      ...{ title: 'x', reason: 'y', entityRefs: [], became: one },
    }));
    expect(changesIn({ dryRun: false, events })).toBe(3);
  });
});
