if (process.env.MAIL_SERVER === undefined) throw new Error('there is no mail server');
