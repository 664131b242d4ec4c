/** First line of every practice file that has room for it. */
export const NOTICE =
  'Practice stand-in made by Sticksmith for training and tests. This is not Windows.';
