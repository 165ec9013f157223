import type {
  AlertAdmission,
  AlertSource,
} from 'backstage-plugin-incidents-node';
import { snsEnvelopeOf } from '../aws/awsBody';
import { bodyText } from '../bodies';
import { recordOf } from '../tolerant';
import { admitSns } from './admitSns';
import { snsHosts } from './signature';

/**
 * A source that also takes messages of Amazon SNS, of the topics that `topicArns` of an integration names.
 *
 * @internal
 */
export function admittingSns(source: AlertSource): AlertSource {
  return {
    ...source,
    admission: admissionOf([]),
    configure: ({ topicArns = [] }) => ({
      ...source,
      admission: admissionOf(topicArnsOf(topicArns)),
    }),
  };
}

function topicArnsOf(value: unknown): string[] {
  const isList =
    Array.isArray(value) &&
    value.every(arn => /^arn:aws[a-z-]*:sns:[^:]+:\d+:\S+$/.test(String(arn)));
  if (!isList) {
    throw new Error(
      'topicArns must be a list of ARNs of Amazon SNS topics, such as arn:aws:sns:us-east-1:111122223333:alarms',
    );
  }
  return value.map(String);
}

function admissionOf(allowedTopics: string[]): AlertAdmission {
  const certificates = new Map<string, string>();
  return {
    hosts: snsHosts,
    async admit(request, { now, fetchText }) {
      const message = snsEnvelopeOf(parsed(bodyText(request)));
      // Raw message delivery and events of EventBridge are not signed: the token alone counts.
      if (!message) return undefined;
      const judge = { allowedTopics, certificates, now, fetchText };
      const verdict = await admitSns(message, judge);
      return verdict === 'deliver'
        ? undefined
        : `The subscription to ${verdict.confirmed} is confirmed`;
    },
  };
}

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    return recordOf(JSON.parse(text));
  } catch {
    return undefined;
  }
}
