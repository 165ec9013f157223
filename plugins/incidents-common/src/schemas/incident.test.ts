import { anIncident, testNow } from '../testing';
import {
  actSchema,
  declareSchema,
  incidentQuerySchema,
  incidentSchema,
  noteSchema,
  setSeveritySchema,
} from './incident';
import { timelineQuerySchema } from './timeline';

describe('the query of incidents', () => {
  it('hides drills and puts open ones first unless asked', () => {
    expect(incidentQuerySchema.parse({})).toEqual({
      drills: 'hide',
      sort: 'openFirst',
      limit: 50,
    });
  });

  it('reads what an address can carry', () => {
    expect(
      incidentQuerySchema.parse({
        q: ' slow ',
        status: 'open,closed',
        severity: ['SEV1', 'SEV2'],
        entityRef: 'system:default/shop',
        detectionSource: ['customer', 'support,employee'],
        from: testNow,
        limit: '200',
      }),
    ).toMatchObject({
      q: 'slow',
      status: ['open', 'closed'],
      severity: ['SEV1', 'SEV2'],
      entityRef: ['system:default/shop'],
      detectionSource: ['customer', 'support', 'employee'],
      from: testNow,
      limit: 200,
    });
  });

  it.each([
    { status: 'burning' },
    { status: '' },
    { from: 'yesterday' },
    { limit: '0' },
    { limit: '201' },
    { limit: 'all' },
    { limit: '1.5' },
    { sort: 'title' },
    { drills: 'yes' },
    { q: 'x'.repeat(201) },
    { cursor: 'x'.repeat(501) },
    { Status: 'open' },
  ])('refuses %j', query => {
    expect(incidentQuerySchema.safeParse(query).success).toBe(false);
  });
});

describe('the query of a timeline', () => {
  it('has the newest first', () => {
    expect(timelineQuerySchema.parse({})).toEqual({
      order: 'newest',
      limit: 100,
    });
  });

  it.each([{ order: 'random' }, { limit: '501' }, { before: testNow }])(
    'refuses %j',
    query => {
      expect(timelineQuerySchema.safeParse(query).success).toBe(false);
    },
  );
});

describe('declaring', () => {
  const declaration = {
    title: 'Checkout is slow',
    entityRefs: ['component:default/checkout'],
    detectionSource: 'customer',
  };

  it('needs a title, an entity and how it was noticed', () => {
    expect(declareSchema.parse(declaration)).toEqual(declaration);
  });

  it('trims what people type', () => {
    expect(
      declareSchema.parse({ ...declaration, title: ' slow\n' }).title,
    ).toBe('slow');
  });

  it.each([
    { title: ' ' },
    { title: 'x'.repeat(201) },
    { entityRefs: [] },
    { entityRefs: ['checkout'] },
    { entityRefs: Array(21).fill('component:default/a') },
    { detectionSource: 'nobody' },
    { detectionSource: undefined },
    { severity: '' },
    { description: 'x'.repeat(10_001) },
    { drill: true },
  ])('refuses %j', wrong => {
    expect(declareSchema.safeParse({ ...declaration, ...wrong }).success).toBe(
      false,
    );
  });
});

describe('what people do to an incident', () => {
  it.each([
    [actSchema, { action: 'resolve', note: ' done ', version: 3 }, true],
    [actSchema, { action: 'resolve' }, true],
    [actSchema, { action: 'explode' }, false],
    [actSchema, { action: 'resolve', version: 0 }, false],
    [actSchema, { action: 'resolve', status: 'closed' }, false],
    [noteSchema, { text: 'Restarted the worker' }, true],
    [noteSchema, { text: ' ' }, false],
    [noteSchema, {}, false],
    [setSeveritySchema, { severity: 'SEV1', reason: 'Everybody' }, true],
    [setSeveritySchema, { severity: '' }, false],
    [setSeveritySchema, { reason: 'Everybody' }, false],
  ])('%# fits or does not', (schema, body, fits) => {
    expect(schema.safeParse(body).success).toBe(fits);
  });
});

describe('an incident', () => {
  it('is what the builder makes', () => {
    expect(incidentSchema.parse(anIncident())).toEqual(anIncident());
  });

  it.each([
    { key: '42' },
    { status: 'open' },
    { severityRank: 0 },
    { openAlerts: -1 },
    { declaredAt: 'now' },
    { version: 0 },
  ])('is never %j', wrong => {
    expect(
      incidentSchema.safeParse({ ...anIncident(), ...wrong }).success,
    ).toBe(false);
  });
});
