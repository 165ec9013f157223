require('./run')('e2e');
