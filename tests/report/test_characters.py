from ladder_app.report.characters import character_name


def test_that_a_character_is_called_as_unicode_does_or_by_its_number() -> None:
    assert character_name("☃") == "U+2603 SNOWMAN"
    assert character_name("\U0001f389") == "U+1F389 PARTY POPPER"
    assert character_name("\ue000") == "U+E000"
