import { createHmac } from 'node:crypto';
import { hearWebhook } from './hearWebhook';

const secret = 'a-secret-of-a-subscription';
const thread = 'incidents-page-01939e6c-0000-7000-8000-000000000002-1';
const earline = {
  ...{ id: 'PXPGF42', type: 'user_reference', summary: 'Earline Greenholt' },
  html_url: 'https://example.pagerduty.com/users/PXPGF42',
};

/** An event as PagerDuty writes it, of version 3. */
function eventOf(about: object = {}, incident: object = {}) {
  return {
    event: {
      id: '5ac64822-4adc-4fda-ade0-410becf0de4f',
      event_type: 'incident.acknowledged',
      resource_type: 'incident',
      occurred_at: '2026-11-20T03:05:00.000Z',
      ...{ agent: earline, client: null },
      data: {
        ...{ id: 'PT4KHLK', type: 'incident', status: 'acknowledged' },
        html_url: 'https://example.pagerduty.com/incidents/PT4KHLK',
        ...{ incident_key: thread, title: 'SEV1 Checkout 5xx (INC-1)' },
        ...incident,
      },
      ...about,
    },
  };
}

function signed(body: unknown, by = secret) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const digest = createHmac('sha256', by).update(text).digest('hex');
  return {
    rawBody: Buffer.from(text),
    headers: { 'x-pagerduty-signature': `v1=${digest}` } as Record<
      string,
      string | string[] | undefined
    >,
  };
}

describe('a webhook of PagerDuty', () => {
  it('says who acknowledged which page', () => {
    expect(hearWebhook(signed(eventOf()), [secret])).toEqual({
      answers: [{ thread, name: 'Earline Greenholt' }],
    });
  });

  it.each([
    ['resolved by a person', { event_type: 'incident.resolved' }, {}, 1],
    ['by our own event', { agent: { type: 'integration' } }, {}, 0],
    ['by nobody', { agent: null }, {}, 0],
    ['triggered', { event_type: 'incident.triggered' }, {}, 0],
    ['of somebody else', {}, { incident_key: 'srv01/HTTP' }, 0],
    ['without a key', {}, { incident_key: null }, 0],
    ['the test of a subscription', { event_type: 'pagey.ping' }, {}, 0],
  ])('%s', (_, about, incident, answers) => {
    const event = eventOf(about, incident);
    const heard = hearWebhook(signed(event), [secret]);
    expect(heard.answers).toHaveLength(answers);
    expect(typeof heard.remark).toBe(answers ? 'undefined' : 'string');
  });

  it('is genuine by any of its secrets and signatures', () => {
    const { rawBody, headers } = signed(eventOf());
    const right = headers['x-pagerduty-signature'];
    const wrong = `v1=${'0'.repeat(64)}`;
    for (const signature of [
      `${wrong},${right}`,
      `${right}, ${wrong}`,
      [wrong, `${right}`],
    ]) {
      const given = {
        rawBody,
        headers: { 'x-pagerduty-signature': signature },
      };
      expect(hearWebhook(given, ['other', secret]).answers).toHaveLength(1);
    }
  });

  it.each([
    ['another secret', signed(eventOf(), 'another-secret-than-that'), [secret]],
    ['no secret in config', signed(eventOf()), []],
    ['no signature', { ...signed(eventOf()), headers: {} }, [secret]],
    [
      'another body',
      { ...signed(eventOf()), rawBody: Buffer.from('{}') },
      [secret],
    ],
  ])('is refused for %s', (_, request, secrets) => {
    expect(() => hearWebhook(request, secrets)).toThrow(
      expect.objectContaining({ name: 'AuthenticationError' }),
    );
  });

  it.each([
    ['', 'The body is not JSON'],
    ['[', 'The body is not JSON'],
    ['null', 'The body is not valid'],
    [{ messages: [] }, 'The body is not valid: event: '],
    [eventOf({ event_type: 7 }), 'event.event_type: '],
    [eventOf({ data: { incident_key: {} } }), 'event.data.incident_key: '],
  ])('%j is refused with a sentence', (body, sentence) => {
    expect(() => hearWebhook(signed(body), [secret])).toThrow(sentence);
    expect(() => hearWebhook(signed(body), [secret])).toThrow(
      expect.objectContaining({ name: 'InputError' }),
    );
  });
});
