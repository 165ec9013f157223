import { isRecent } from './recency';
import { isSignedBy, snsAddress, type SnsMessage } from './signature';

/** What it takes to judge a message. */
export type SnsJudge = {
  /** ARNs of the topics whose messages are welcome. */
  allowedTopics: string[];
  now: Date;
  fetchText(url: string): Promise<string>;
  /** Certificates by address, kept between messages. */
  certificates?: Map<string, string>;
};

/** Amazon has one at a time for each region, so more than these are somebody's play. */
const certificatesKept = 20;

/**
 * Lets a message of Amazon SNS in when it comes from an allowed topic and its signature fits a certificate of Amazon's, and confirms
 * a subscription that is asked for.
 *
 * @throws Error with a sentence for a message that is not genuine; whatever `fetchText` throws, too.
 * @internal
 */
export async function admitSns(
  message: SnsMessage,
  judge: SnsJudge,
): Promise<'deliver' | { confirmed: string }> {
  const topic = String(message.TopicArn);
  if (!judge.allowedTopics.includes(topic)) {
    throw new Error(
      `The topic ${topic.slice(
        0,
        300,
      )} is not in topicArns of this integration`,
    );
  }
  const pem = await certificateOf(message, judge);
  if (!isSignedBy(message, pem)) {
    throw new Error('The signature of this message of Amazon SNS does not fit');
  }
  keepCertificate(message, pem, judge);
  if (!isRecent(message.Timestamp, judge.now)) {
    throw new Error('This message of Amazon SNS was signed too long ago');
  }
  if (message.Type !== 'SubscriptionConfirmation') return 'deliver';
  await judge.fetchText(confirmationOf(message, topic));
  return { confirmed: topic };
}

async function certificateOf(
  message: SnsMessage,
  judge: SnsJudge,
): Promise<string> {
  const url = snsAddress(message.SigningCertURL);
  if (!url?.pathname.endsWith('.pem')) {
    throw new Error(
      'SigningCertURL of this message leads to no certificate of Amazon SNS',
    );
  }
  return judge.certificates?.get(url.href) ?? judge.fetchText(url.href);
}

/** Only once it proved to be a key, so that an error page is not kept. */
function keepCertificate(message: SnsMessage, pem: string, judge: SnsJudge) {
  const { certificates } = judge;
  const url = snsAddress(message.SigningCertURL)!;
  if (!certificates || certificates.has(url.href)) return;
  if (certificates.size >= certificatesKept) certificates.clear();
  certificates.set(url.href, pem);
}

/** It is signed, but a signed message of another action must not be followed. */
function confirmationOf(message: SnsMessage, topic: string): string {
  const url = snsAddress(message.SubscribeURL);
  const isConfirmation =
    url?.searchParams.get('Action') === 'ConfirmSubscription' &&
    url.searchParams.get('TopicArn') === topic;
  if (!url || !isConfirmation) {
    throw new Error(
      'SubscribeURL of this message does not confirm a subscription at Amazon SNS',
    );
  }
  return url.href;
}
