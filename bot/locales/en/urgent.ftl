### Urgent: the question to one person at a time, what came of it, and what is not judged yet.

outcome-kept = kept, breaks no rule
outcome-answered = kept, answered
outcome-hidden = hidden
outcome-removed = removed
outcome-reported = removed and reported to the police
outcome-passed = handed to a lawyer or to security

urgent-asks = { $who }, this comment is urgent. Can you judge it?
urgent-asks-channel = Nobody has judged this comment yet, and I have asked everybody I may ask now. Who here can do it?
urgent-after = Then I asked { $who }, { $clock }.
urgent-after-channel = Then I asked in the Slack channel, { $clock }.
urgent-over = Done: the comment is judged.
urgent-taken-back = Done: the flag was a mistake and is gone.
urgent-danger = *Is a life in danger? You may answer like this, to copy:*
urgent-danger-text = If a life is in danger, call 112. If you feel bad and need to talk to somebody, you can call 1177 at any hour. You are not alone.
urgent-standing = *Urgent, not judged since { $when }*
    { $comment }

urgent-form = What came of it?
urgent-outcome = Outcome
urgent-reason = Why?
urgent-reason-hint = One sentence is enough. What you write here may be requested by the public.
urgent-does-nothing = This only writes down what came of it. I never hide, remove or answer anything myself.
urgent-judged = Judged: { $outcome }. { $comment }
urgent-left-hidden = This does not hide the comment. If you have not hidden it already, do it now.
urgent-left-removed = This does not remove the comment. If you have not removed it already, do it now.
urgent-left-reported = I remove nothing and report nothing. Keep a picture of the comment before you remove it, and report it to the police.
urgent-left-passed = I send nothing on. Get in touch with the lawyer or with security.

refusal-flag-stands = What came of it? A flag is not taken away, it is judged: press *Judge*.
refusal-flag-gone = That comment is not flagged any more: somebody has judged it already. Flag it again if something new has happened.
refusal-outcome-missing = Choose an outcome from the list.
