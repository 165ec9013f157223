require('./run')('api-reports');
