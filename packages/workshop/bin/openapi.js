require('./run')('openapi');
