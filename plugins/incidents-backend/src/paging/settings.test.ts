import { mockServices } from '@backstage/backend-test-utils';
import { builtInPolicy } from './rules/builtInPolicy';
import { readEscalationSettings } from './settings';

const minute = 60_000;
const read = (escalation?: object) =>
  readEscalationSettings(
    mockServices.rootConfig({ data: { incidents: { escalation } } }),
    {
      levels: ['SEV1', 'SEV2'],
      notifiers: ['portal', 'webhook', 'pigeon'].map(id => ({ id })),
    },
  );
const steps = [{ targets: [{ level: 1 }] }];
const policy = { id: 'night', steps };
const hook = {
  ...{ id: 'siren', url: 'https://siren.example/in' },
  secret: 'a-long-enough-secret',
};

describe('the escalation in config', () => {
  it('calls people by a policy of its own when config says nothing', () => {
    expect(read().policies).toEqual([builtInPolicy]);
  });

  it('calls nobody when config says so', () => {
    expect(read({ policies: [] }).policies).toEqual([]);
  });

  it('is read with what it leaves out', () => {
    const { policies, webhooks } = read({
      webhooks: [hook],
      policies: [
        {
          ...{ id: 'night', match: { severities: ['SEV1'] } },
          steps: [
            { targets: [{ level: 1 }, { webhook: 'siren' }] },
            {
              after: '10m',
              targets: [
                { user: 'Ada' },
                { group: 'shop-team' },
                { notifier: 'pigeon', settings: { loft: 7 } },
              ],
            },
          ],
        },
      ],
    });
    expect(webhooks).toEqual([{ ...hook, allowPrivateAddress: false }]);
    expect(policies).toEqual([
      {
        ...{ id: 'night', match: { severities: ['SEV1'] } },
        steps: [
          { after: 0, targets: [{ level: 1 }, { webhook: 'siren' }] },
          {
            after: 10 * minute,
            targets: [
              { user: 'user:default/ada' },
              { group: 'group:default/shop-team' },
              { notifier: 'pigeon', settings: { loft: 7 } },
            ],
          },
        ],
        ...{ rounds: 3, roundLasts: 15 * minute },
        acknowledgedFor: 30 * minute,
        ...{ fallback: [{ lead: true }], finalAlarm: [{ lead: true }] },
      },
    ]);
  });

  const at = 'incidents.escalation.policies[0]';
  it.each<[string, object, string]>([
    ['a misspelt word', { ...policy, step: [] }, `${at} in config`],
    ['no steps', { id: 'a', steps: [] }, `${at}.steps in config`],
    [
      'a step that calls nobody',
      { ...policy, steps: [{ targets: [] }] },
      `${at}.steps.0.targets in config`,
    ],
    [
      'a target that is two things',
      { ...policy, steps: [{ targets: [{ level: 1, lead: true }] }] },
      `${at}.steps.0.targets.0 in config is not valid: must name one of`,
    ],
    [
      'a step that is not later',
      { ...policy, steps: [...steps, ...steps] },
      `${at}.steps[1].after must be longer`,
    ],
    [
      'a time that is none',
      { ...policy, acknowledgedFor: 'soon' },
      `${at}.acknowledgedFor`,
    ],
    [
      'a round shorter than its steps',
      {
        ...{ ...policy, roundLasts: '5m' },
        steps: [...steps, { after: '5m', targets: [{ level: 2 }] }],
      },
      `${at}.roundLasts must be 6 minutes or more`,
    ],
    [
      'an unknown level',
      { ...policy, match: { severities: ['SEV9'] } },
      `${at}.match.severities names the unknown level SEV9; there are SEV1, SEV2`,
    ],
    [
      'an unknown webhook',
      { ...policy, finalAlarm: [{ webhook: 'siren' }] },
      `${at} names the unknown webhook siren; there is none`,
    ],
    [
      'an unknown notifier',
      { ...policy, fallback: [{ notifier: 'drum' }] },
      `${at} names the unknown notifier drum; there are portal, webhook, pigeon`,
    ],
    [
      'an unknown time zone',
      {
        ...policy,
        match: {
          businessHours: { timeZone: 'Mars', from: '09:00', to: '18:00' },
        },
      },
      `${at}.match.businessHours.timeZone in config is not valid: must be an IANA`,
    ],
  ])('refuses %s', (_, wrong, sentence) => {
    expect(() => read({ policies: [wrong] })).toThrow(sentence);
  });

  it('knows e-mail where config speaks of it, and not elsewhere', () => {
    const email = { host: 'mail.example', from: 'a@b.example' };
    const byMail = { ...policy, fallback: [{ notifier: 'email' }] };
    expect(read({ policies: [byMail], email }).email?.host).toBe(email.host);
    expect(() => read({ policies: [byMail] })).toThrow('notifier email;');
  });

  it('refuses what a notifier does not understand, and says so for it', () => {
    const settings = { loft: 'gone' };
    const wrong = { ...policy, fallback: [{ notifier: 'pigeon', settings }] };
    const known = {
      levels: ['SEV1', 'SEV2'],
      notifiers: [
        { id: 'pigeon', checkSettings: () => 'loft must be one of 7' },
      ],
    };
    const config = { incidents: { escalation: { policies: [wrong] } } };
    expect(() =>
      readEscalationSettings(mockServices.rootConfig({ data: config }), known),
    ).toThrow(`${at} has settings for pigeon: loft must be one of 7`);
  });

  it('refuses one id twice', () => {
    expect(() => read({ policies: [policy, policy] })).toThrow(
      'incidents.escalation.policies[1].id night is there twice',
    );
  });

  it.each<[object, string]>([
    [{ ...hook, url: 'http://siren.example' }, 'url must begin with https://'],
    [{ ...hook, secret: 'short' }, 'secret must be 16 characters or longer'],
    [{ ...hook, id: 'A siren' }, 'id must be lower-case letters'],
  ])('refuses a webhook whose %j', (wrong, sentence) => {
    const reading = () => read({ webhooks: [wrong] });
    expect(reading).toThrow(sentence);
    expect(reading).not.toThrow(hook.secret);
  });
});
