import { generateKeyPairSync, sign } from 'node:crypto';
import { cloudwatch } from '../cloudwatch';
import { admitSns } from './admitSns';
import { signedText } from './signature';

const { privateKey, publicKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
});
const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();

const topic = 'arn:aws:sns:us-east-1:111122223333:alarms';
const certificate = 'https://sns.us-east-1.amazonaws.com/Service-1.pem';
const confirm = `https://sns.us-east-1.amazonaws.com/?Action=ConfirmSubscription&TopicArn=${topic}&Token=t-1`;
const now = new Date('2026-11-20T03:00:30Z');

function signed(fields: object = {}): Record<string, unknown> {
  const message = {
    Type: 'Notification',
    MessageId: 'm-1',
    TopicArn: topic,
    Message: '{}',
    Timestamp: '2026-11-20T03:00:00.000Z',
    SignatureVersion: '2',
    SigningCertURL: certificate,
    ...fields,
  };
  const text = Buffer.from(signedText(message));
  return {
    ...message,
    Signature: sign('sha256', text, privateKey).toString('base64'),
  };
}

function confirmation(fields: object = {}) {
  const Type = 'SubscriptionConfirmation';
  return signed({ Type, Token: 't-1', SubscribeURL: confirm, ...fields });
}

/** Amazon, as far as it is asked here. */
function amazon(answers: Record<string, string> = {}) {
  const asked: string[] = [];
  return {
    asked,
    fetchText: async (url: string) => {
      asked.push(url);
      const answer = { [certificate]: pem, [confirm]: '<ok/>', ...answers }[
        url
      ];
      if (answer === undefined) throw new Error(`nobody answers at ${url}`);
      return answer;
    },
  };
}

function judge(message: Record<string, unknown>, rest: object = {}) {
  const { asked, fetchText } = amazon();
  const verdict = admitSns(message, {
    ...{ allowedTopics: [topic], fetchText, now },
    ...rest,
  });
  return { asked, verdict };
}

describe('a message of SNS', () => {
  it('is let in when its signature fits', async () => {
    const { asked, verdict } = judge(signed());
    expect(await verdict).toBe('deliver');
    expect(asked).toEqual([certificate]);
  });

  it('confirms the subscription that it asks for', async () => {
    const { asked, verdict } = judge(confirmation());
    expect(await verdict).toEqual({ confirmed: topic });
    expect(asked).toEqual([certificate, confirm]);
  });

  it('that ends a subscription asks for nothing more', async () => {
    const { asked, verdict } = judge(
      confirmation({ Type: 'UnsubscribeConfirmation' }),
    );
    expect(await verdict).toBe('deliver');
    expect(asked).toEqual([certificate]);
  });

  it('of another topic makes us ask nobody', async () => {
    const { asked, verdict } = judge(confirmation(), {
      allowedTopics: [`${topic}-2`],
    });
    await expect(verdict).rejects.toThrow(`The topic ${topic} is not in`);
    expect(asked).toEqual([]);
  });

  it.each([
    'https://evil.example.com/Service-1.pem',
    'http://sns.us-east-1.amazonaws.com/Service-1.pem',
    'https://sns.us-east-1.amazonaws.com/Service-1.txt',
    undefined,
  ])('with its certificate at %s makes us ask nobody', async SigningCertURL => {
    const { asked, verdict } = judge(signed({ SigningCertURL }));
    await expect(verdict).rejects.toThrow('leads to no certificate');
    expect(asked).toEqual([]);
  });

  it('whose signature does not fit confirms nothing', async () => {
    const { asked, verdict } = judge({ ...confirmation(), Token: 'other' });
    await expect(verdict).rejects.toThrow('does not fit');
    expect(asked).toEqual([certificate]);
  });

  it.each([
    'https://evil.example.com/?Action=ConfirmSubscription',
    `https://sns.us-east-1.amazonaws.com/?Action=ConfirmSubscription&TopicArn=${topic}-2`,
    `https://sns.us-east-1.amazonaws.com/?Action=DeleteTopic&TopicArn=${topic}`,
    undefined,
  ])('that would confirm at %s is not followed', async SubscribeURL => {
    const { asked, verdict } = judge(confirmation({ SubscribeURL }));
    await expect(verdict).rejects.toThrow('does not confirm a subscription');
    expect(asked).toEqual([certificate]);
  });

  it.each([
    ['2026-11-20T02:10:00.000Z', 'deliver'],
    ['2026-11-20T03:04:00.000Z', 'deliver'],
    ['2026-11-20T01:50:00.000Z', 'signed too long ago'],
    ['2026-11-20T04:00:00.000Z', 'signed too long ago'],
    ['yesterday', 'signed too long ago'],
  ])('signed at %s: %s', async (Timestamp, outcome) => {
    const said = await judge(signed({ Timestamp })).verdict.catch(
      error => error.message,
    );
    expect(said).toContain(outcome);
  });

  it('whose certificate cannot be had is no forgery: what went wrong is passed on', async () => {
    const away = new Error('away');
    const fetchText = () => Promise.reject(away);
    await expect(judge(signed(), { fetchText }).verdict).rejects.toBe(away);
  });
});

describe('certificates of SNS', () => {
  it('are asked for once', async () => {
    const certificates = new Map<string, string>();
    await judge(signed(), { certificates }).verdict;
    const again = judge(signed({ MessageId: 'm-2' }), { certificates });
    expect(await again.verdict).toBe('deliver');
    expect(again.asked).toEqual([]);
  });

  it('are not kept when they fit no signature', async () => {
    const certificates = new Map<string, string>();
    const { fetchText } = amazon({ [certificate]: '<html>' });
    await expect(
      judge(signed(), { certificates, fetchText }).verdict,
    ).rejects.toThrow('does not fit');
    expect(certificates.size).toBe(0);
  });

  it('do not pile up', async () => {
    const certificates = new Map(
      Array.from({ length: 20 }, (_, n) => [`https://x/${n}.pem`, pem]),
    );
    await judge(signed(), { certificates }).verdict;
    expect([...certificates.keys()]).toEqual([certificate]);
  });
});

describe('a source that takes messages of SNS', () => {
  const request = (body: unknown) => ({
    rawBody: Buffer.from(JSON.stringify(body)),
    headers: {},
  });
  const configured = cloudwatch.configure!({ topicArns: [topic] });

  it('tells that a subscription is confirmed', async () => {
    const { fetchText } = amazon();
    expect(
      await configured.admission!.admit(request(confirmation()), {
        ...{ now, fetchText },
      }),
    ).toBe(`The subscription to ${topic} is confirmed`);
  });

  it('lets messages in, and asks for the certificate once', async () => {
    const { asked, fetchText } = amazon();
    const source = cloudwatch.configure!({ topicArns: [topic] });
    for (const MessageId of ['m-1', 'm-2']) {
      expect(
        await source.admission!.admit(request(signed({ MessageId })), {
          ...{ now, fetchText },
        }),
      ).toBeUndefined();
    }
    expect(asked).toEqual([certificate]);
  });

  it.each([
    ['without topics', cloudwatch],
    ['with no topicArns in config', cloudwatch.configure!({})],
  ])('%s refuses every message of SNS', async (_, source) => {
    const { asked, fetchText } = amazon();
    await expect(
      source.admission!.admit(request(signed()), { now, fetchText }),
    ).rejects.toThrow('is not in topicArns of this integration');
    expect(asked).toEqual([]);
  });

  it.each(['{"AlarmName":"x"}', '[]', 'no JSON', ''])(
    'leaves %j, which is no message of SNS, to its schema',
    async body => {
      const { asked, fetchText } = amazon();
      expect(
        await configured.admission!.admit(
          { rawBody: Buffer.from(body), headers: {} },
          { now, fetchText },
        ),
      ).toBeUndefined();
      expect(asked).toEqual([]);
    },
  );

  it.each(['x', ['x'], [5], {}])('refuses %j as topicArns', topicArns => {
    expect(() => cloudwatch.configure!({ topicArns })).toThrow(
      'topicArns must be a list of ARNs',
    );
  });
});
