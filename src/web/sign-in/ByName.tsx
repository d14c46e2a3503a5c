import styles from './SignIn.module.css';
import { useSignInText } from './sign-in-texts.ts';

/** The same page by its name: browsers bind no passkey to an address of numbers. */
export function ByName({ path = '/' }: { path?: string }) {
  const say = useSignInText();
  const { port, protocol } = window.location;
  const address = `${protocol}//localhost${port === '' ? '' : `:${port}`}${path}`;
  return (
    <p className={styles.soft}>
      {say('passkeyAtName')} <a href={address}>{address}</a>
    </p>
  );
}
