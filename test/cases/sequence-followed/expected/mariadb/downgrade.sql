NOT POSSIBLE: impossible
revisions/d5a1c001_numbers.ts:13: ticket.number takes its default from sequence Ticket no, and on MariaDB the default would not follow the name ticket_number
