import type { AlertSample } from 'backstage-plugin-incidents-node';
import { alarmEventSamples, inSnsEnvelope } from './cloudwatch.samples';

const eventArn =
  'arn:aws:health:ap-northeast-1::event/EC2/AWS_EC2_INSTANCE_STORE_DRIVE_PERFORMANCE_DEGRADED/AWS_EC2_INSTANCE_STORE_DRIVE_PERFORMANCE_DEGRADED_90353408594353980';

/** Specific to one account. */
const driveEvent = {
  version: '0',
  id: '7bf73129-1428-4cd3-a780-95db273d1602',
  'detail-type': 'AWS Health Event',
  source: 'aws.health',
  account: '111122223333',
  time: '2026-11-20T03:10:00Z',
  region: 'ap-northeast-1',
  resources: ['i-0abcd1111example0'],
  detail: {
    eventArn,
    service: 'EC2',
    eventTypeCode: 'AWS_EC2_INSTANCE_STORE_DRIVE_PERFORMANCE_DEGRADED',
    eventTypeCategory: 'issue',
    eventScopeCode: 'ACCOUNT_SPECIFIC',
    communicationId: '0123456789abcdef0123456789abcdef-1',
    startTime: 'Fri, 20 Nov 2026 02:58:00 GMT',
    lastUpdatedTime: 'Fri, 20 Nov 2026 03:09:00 GMT',
    statusCode: 'open',
    eventRegion: 'ap-northeast-1',
    eventDescription: [
      {
        language: 'en_US',
        latestDescription:
          'The performance of an instance store drive is degraded.\\nReplace the instance.',
      },
    ],
    affectedEntities: [
      {
        entityValue: 'i-0abcd1111example0',
        lastUpdatedTime: 'Fri, 20 Nov 2026 03:09:00 GMT',
        status: 'IMPAIRED',
        tags: {
          service: 'search-api',
          backstage_entity: 'component:default/search-api',
        },
      },
    ],
    affectedAccount: '111122223333',
    page: '1',
    totalPages: '1',
  },
};

const publicArn =
  'arn:aws:health:ap-northeast-1::event/ELASTICLOADBALANCING/AWS_ELASTICLOADBALANCING_API_ISSUE/AWS_ELASTICLOADBALANCING_API_ISSUE_90353408594353981';

/** The shape of before 2022: no status, region or scope. */
const oldEvent = {
  version: '0',
  id: '121345df-9999-1111-2222-95db273d1602',
  'detail-type': 'AWS Health Event',
  source: 'aws.health',
  account: '111122223333',
  time: '2026-11-20T06:27:57Z',
  region: 'ap-northeast-1',
  resources: [],
  detail: {
    eventArn: publicArn,
    service: 'ELASTICLOADBALANCING',
    eventTypeCode: 'AWS_ELASTICLOADBALANCING_API_ISSUE',
    eventTypeCategory: 'issue',
    startTime: 'Fri, 20 Nov 2026 05:01:10 GMT',
    eventDescription: [
      { language: 'en_US', latestDescription: 'API error rates are elevated.' },
    ],
  },
};

const pipelineEvent = {
  version: '0',
  id: '01234567-EXAMPLE',
  'detail-type': 'CodePipeline Pipeline Execution State Change',
  source: 'aws.codepipeline',
  account: '111122223333',
  time: '2026-11-20T03:00:05Z',
  region: 'ap-northeast-1',
  resources: [
    'arn:aws:codepipeline:ap-northeast-1:111122223333:checkout-deploy',
  ],
  detail: {
    pipeline: 'checkout-deploy',
    version: 1,
    state: 'FAILED',
    'execution-id': '01234567-0123-0123-0123-012345678901',
  },
};

const findingEvent = {
  version: '0',
  id: 'cd2d702e-ab31-411b-9344-793ce56b1bc7',
  'detail-type': 'GuardDuty Finding',
  source: 'aws.guardduty',
  account: '111122223333',
  time: '2026-11-20T03:12:08Z',
  region: 'ap-northeast-1',
  resources: [],
  detail: {
    schemaVersion: '2.0',
    accountId: '111122223333',
    region: 'ap-northeast-1',
    id: '16afba5c5c43e07c9e3e5e2e544e95df',
    type: 'Recon:EC2/PortProbeUnprotectedPort',
    severity: 2,
    createdAt: '2026-11-20T02:40:00.000Z',
    updatedAt: '2026-11-20T03:10:00.000Z',
    title: 'Unprotected port on EC2 instance i-0abcd1111example0 is probed.',
    description: 'A known malicious host probes an unprotected port.',
  },
};

/** Of an application of one's own. */
const batchEvent = {
  version: '0',
  id: '6a7e8feb-b491-4cf7-a9f1-bf3703467718',
  'detail-type': 'Invoice Run',
  source: 'com.example.invoices',
  account: '111122223333',
  time: '2026-11-20T03:00:00Z',
  region: 'ap-northeast-1',
  resources: [],
  detail: {
    title: 'The invoice run stopped at 18%',
    status: 'failed',
    severity: 'high',
    job: 'nightly',
    reason: 'No space is left on the device',
    runId: 'r-1',
    runbook_url: 'https://runbooks.example.com/invoices/nightly',
    backstage_entity: 'component:default/invoice-worker',
  },
};

const derived = {
  pipeline: '454dec1569f23a04e7c9ad26e523b6e7',
  batch: 'a058e3c4faf84369ca007604ded332b7',
};

/** Facts of the shapes are from the documentation; names and numbers are made up. */
export const awsEventbridgeSamples: Record<string, AlertSample> = {
  health: {
    payload: driveEvent,
    expect: [{ fingerprint: `${eventArn} 111122223333`, status: 'firing' }],
  },
  'health-resolved': {
    payload: {
      ...driveEvent,
      id: '9d1c5a77-7dd0-4a2e-9e1b-1f6f4a9c3f01',
      time: '2026-11-20T04:00:00Z',
      detail: {
        ...driveEvent.detail,
        communicationId: '1123456789abcdef0123456789abcdef-1',
        statusCode: 'closed',
        endTime: 'Fri, 20 Nov 2026 03:55:00 GMT',
      },
    },
    expect: [{ fingerprint: `${eventArn} 111122223333`, status: 'resolved' }],
  },
  'health-by-sns': {
    payload: inSnsEnvelope(driveEvent, '7'),
    expect: [{ fingerprint: `${eventArn} 111122223333`, status: 'firing' }],
  },
  'health-without-status': {
    payload: oldEvent,
    expect: [{ fingerprint: publicArn, status: 'firing' }],
  },
  'health-without-status-resolved': {
    payload: {
      ...oldEvent,
      detail: { ...oldEvent.detail, endTime: 'Fri, 20 Nov 2026 05:30:57 GMT' },
    },
    expect: [{ fingerprint: publicArn, status: 'resolved' }],
  },
  pipeline: {
    payload: pipelineEvent,
    expect: [{ fingerprint: derived.pipeline, status: 'firing' }],
  },
  'pipeline-resolved': {
    payload: {
      ...pipelineEvent,
      id: '01234568-EXAMPLE',
      detail: {
        ...pipelineEvent.detail,
        state: 'SUCCEEDED',
        'execution-id': '01234568-0123-0123-0123-012345678901',
      },
    },
    expect: [{ fingerprint: derived.pipeline, status: 'resolved' }],
  },
  finding: {
    payload: findingEvent,
    expect: [
      {
        fingerprint: 'aws.guardduty 16afba5c5c43e07c9e3e5e2e544e95df',
        status: 'firing',
      },
    ],
  },
  'of-an-application': {
    payload: batchEvent,
    expect: [{ fingerprint: derived.batch, status: 'firing' }],
  },
  'of-an-application-resolved': {
    payload: {
      ...batchEvent,
      detail: {
        ...batchEvent.detail,
        title: 'The invoice run went through',
        status: 'succeeded',
        reason: null,
        runId: 'r-2',
      },
    },
    expect: [{ fingerprint: derived.batch, status: 'resolved' }],
  },
  'a-batch-of-pipes': {
    payload: [pipelineEvent, batchEvent],
    expect: [
      { fingerprint: derived.pipeline, status: 'firing' },
      { fingerprint: derived.batch, status: 'firing' },
    ],
  },
  ...alarmEventSamples,
};
