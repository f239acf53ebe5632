/** Drafts to start from. Every person, number and place in them is made up. */
export const EXAMPLES = [
  {
    label: 'A neighbour’s number',
    mode: 'personal',
    surface: 'post',
    site: 'facebook.com',
    text: 'Whoever lost a wallet near the rec center: it belongs to Jordan Pell, SSN 536-22-8147, 527 Tillery Dr. Call me!',
  },
  {
    label: 'After a long shift',
    mode: 'personal',
    surface: 'post',
    site: 'facebook.com',
    text: 'Another week on the truck for the City. The guy who yelled at my crew over a recycling bin is a complete idiot.',
  },
  {
    label: 'What Council will do',
    mode: 'personal',
    surface: 'comment',
    site: 'nextdoor.com',
    text: 'I work at City Hall and trust me, Council will approve the parking deck on Monday, no matter what anyone says.',
  },
  {
    label: 'From the City’s account',
    mode: 'official',
    surface: 'post',
    site: 'x.com',
    text: 'Road work on Creatwood Trail starts Monday at 7 a.m. Questions? Public Works is glad to help.',
  },
  {
    label: 'Proud, and nothing to change',
    mode: 'personal',
    surface: 'post',
    site: 'facebook.com',
    text: 'So proud of everyone who planted trees at the park today! The seedlings look great.',
  },
];
