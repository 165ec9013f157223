import { generateKeyPairSync, sign } from 'node:crypto';
import { isSignedBy, signedText, snsAddress } from './signature';

const { privateKey, publicKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
});
const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();

const notification = {
  Type: 'Notification',
  MessageId: 'm-1',
  TopicArn: 'arn:aws:sns:us-east-1:111122223333:alarms',
  Subject: 'ALARM',
  Message: '{"a":\n1}',
  Timestamp: '2026-11-20T03:00:00.000Z',
};

const confirmation = {
  ...notification,
  Type: 'SubscriptionConfirmation',
  SubscribeURL: 'https://sns.us-east-1.amazonaws.com/?Action=x',
  Token: 't-1',
};

function signed(message: object, version: '1' | '2' = '2') {
  const algorithm = version === '1' ? 'sha1' : 'sha256';
  const text = Buffer.from(signedText(message as any));
  const Signature = sign(algorithm, text, privateKey).toString('base64');
  return { ...message, SignatureVersion: version, Signature };
}

describe('the text that SNS signs', () => {
  it('is each signed field of a notification on two lines', () => {
    expect(signedText(notification)).toBe(
      `Message\n{"a":\n1}\nMessageId\nm-1\nSubject\nALARM\nTimestamp\n2026-11-20T03:00:00.000Z\nTopicArn\n${notification.TopicArn}\nType\nNotification\n`,
    );
  });

  it('has no subject when there is none', () => {
    const { Subject, ...rest } = notification;
    expect(signedText(rest)).not.toContain('Subject');
    expect(signedText({ ...rest, Subject: null })).not.toContain('Subject');
  });

  it('of a confirmation has the address and the token, and no subject', () => {
    expect(signedText(confirmation)).toBe(
      `Message\n{"a":\n1}\nMessageId\nm-1\nSubscribeURL\n${confirmation.SubscribeURL}\nTimestamp\n2026-11-20T03:00:00.000Z\nToken\nt-1\nTopicArn\n${notification.TopicArn}\nType\nSubscriptionConfirmation\n`,
    );
    expect(signedText(confirmation)).not.toContain('Subject');
  });
});

describe('a signature of SNS', () => {
  it.each(['1', '2'] as const)('of version %s fits', version => {
    for (const message of [notification, confirmation]) {
      expect(isSignedBy(signed(message, version), pem)).toBe(true);
    }
  });

  it.each(['Message', 'MessageId', 'Subject', 'Timestamp', 'TopicArn', 'Type'])(
    'does not fit any more once %s is another',
    field => {
      const forged = { ...signed(notification), [field]: 'other' };
      expect(isSignedBy(forged, pem)).toBe(false);
    },
  );

  it.each([
    { SignatureVersion: '1' },
    { SignatureVersion: '3' },
    { SignatureVersion: undefined },
    { SignatureVersion: '__proto__' },
    { Signature: undefined },
    { Signature: '' },
    { Signature: 'not base64 !' },
  ])('does not fit with %j', wrong => {
    expect(isSignedBy({ ...signed(notification), ...wrong }, pem)).toBe(false);
  });

  it('does not fit another key, nor what is no key', () => {
    const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey;
    const otherPem = other.export({ type: 'spki', format: 'pem' }).toString();
    expect(isSignedBy(signed(notification), otherPem)).toBe(false);
    expect(isSignedBy(signed(notification), '<html>')).toBe(false);
  });
});

/** Made once, with a key that was thrown away. */
const certificate = `-----BEGIN CERTIFICATE-----
MIIDFzCCAf+gAwIBAgIUIK2WFKmrgqnVQBEOeJxWvCYuEoQwDQYJKoZIhvcNAQEL
BQAwGjEYMBYGA1UEAwwPc25zLmV4YW1wbGUuY29tMCAXDTI2MTEyMDIwMTk0OVoY
DzIxMjYxMDI3MjAxOTQ5WjAaMRgwFgYDVQQDDA9zbnMuZXhhbXBsZS5jb20wggEi
MA0GCSqGSIb3DQEBAQUAA4IBDwAwggEKAoIBAQCZgPLvLX9PC+agWDAf1s5DuHVA
XQ2srJjZG02CWaPYD5J2zpYxoTvW4YcB1/a/ZFbibp1Vyy1X/unWoQlKEG6M+8VW
XlpHrSZoWgR+/IvZ0Abd7gBiyD6+NylFCF04RoPNJHWWuH8DFSE6n9dpMNQtXQTN
4LnntHYAvNEFRgggdD0HWb5aDrECrajKOiet28RS0sG5ypUSKoLQFZdVtactT76H
skvPVxGEoDGcIZuMBIS++aiRSuFv9YKHafqIyNjtIarZpI5emVzdaaTzNBLFIj55
yqj/h//fuHzB6TzG5RnZ3pg9IHuAu96PrbSTRLj7XoLmwL3CF0LwBIsYNkM7AgMB
AAGjUzBRMB0GA1UdDgQWBBQ1LQX8FPrt6arjVgTElNidNMAq9jAfBgNVHSMEGDAW
gBQ1LQX8FPrt6arjVgTElNidNMAq9jAPBgNVHRMBAf8EBTADAQH/MA0GCSqGSIb3
DQEBCwUAA4IBAQCA+C3OQwC+d/DeN6RaanJX2TsmSTjirO9YJdiaCJMOhKyNhae8
ak/IH93lJ4lp3IfF5LIcNOeaNuIRZv8Ohuc1BlJ5wVtqobyPPcgCZTxtCbQcY8wZ
nvrfmK7ve4gMloB8XW/szhERwdZAdpay5xmbMJ7MlWWUV244iFYv7AiZR3ioQs+c
DLd6S6OeneoF47pC0u4eAAHxeVT+NQgNJF+hgxeXVw96uLxuIRoxCjXgGI89yi41
FHu4O1hSvYB2K4YIwzgugVN0XYyjmBlzKxlBNiW16EnWaCT3/9o6qANmhKqzkHzB
OiZ4/rGRC/TdH9k+7Q83IjUow4aj9P3u1+1f
-----END CERTIFICATE-----`;

it('is checked against a certificate, as Amazon shows it', () => {
  const message = {
    ...notification,
    SignatureVersion: '2',
    Signature:
      'GEUi25VVHOiNwhXL+DkokQX2y9g9gHdAxvE2sOGvxq7Tx3F7LnB0zzV27MGU+mXGMjsSiWVcnK2LqdvdKJWJFYrD+GncpK+1UhN0Mfu1+ZlDIdxhcXqXLLsQv631PkNIPSU3+lM+LhOCeBboR0juM7gDdqMD64mWDBpHxIc4zvuSBySjxuzPEgk+WhvzR9X4ChRI+2u8c0C9Zz+fys+Z7mCrdUU70l4oz8FeR9mpAcLxWiIP6h3/jvOHR9TDF4nYMkympog6I6zKzhCnfq9ZAYLHcChW4gFbr5IgoTPK/NAzfWFwh7B5iG+KrupyVQGcAIansaw5CKJDyCzkAxOVyA==',
  };
  expect(isSignedBy(message, certificate)).toBe(true);
  expect(isSignedBy({ ...message, MessageId: 'm-2' }, certificate)).toBe(false);
});

describe('an address of SNS', () => {
  it.each([
    'https://sns.us-east-1.amazonaws.com/SimpleNotificationService-1.pem',
    'https://sns.cn-north-1.amazonaws.com.cn/a.pem',
    'https://sns.eu-west-1.amazonaws.com:443/',
  ])('may be asked: %s', address => {
    expect(snsAddress(address)).toBeInstanceOf(URL);
  });

  it.each([
    'http://sns.us-east-1.amazonaws.com/a.pem',
    'https://sns.us-east-1.amazonaws.com.example.com/a.pem',
    'https://evil.example.com/sns.us-east-1.amazonaws.com/a.pem',
    'https://sns.us-east-1.amazonaws.com@example.com/a.pem',
    'https://user@sns.us-east-1.amazonaws.com/a.pem',
    'https://sns.us-east-1.amazonaws.com:8443/a.pem',
    'https://sns.a.b.amazonaws.com/a.pem',
    'https://xsns.us-east-1.amazonaws.com/a.pem',
    'https://s3.amazonaws.com/sns/a.pem',
    'sns.us-east-1.amazonaws.com',
    '',
    undefined,
    5,
  ])('may not be asked: %s', address => {
    expect(snsAddress(address)).toBeUndefined();
  });
});
