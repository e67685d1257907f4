"""The first steps of a new team."""

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.first_steps import Step, first_steps

done = st.dictionaries(st.sampled_from(Step), st.booleans())


@given(done)
def test_steps_keep_their_order_and_are_gone_once_all_are_done(done: dict[Step, bool]) -> None:
    found = first_steps(done)
    assert (found == ()) == all(done.values())
    if found:
        assert [each.step for each in found] == [step for step in Step if step in done]
        assert all(each.is_done == done[each.step] for each in found)
